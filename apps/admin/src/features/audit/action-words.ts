import { isAuditAction } from '@mozhou/contracts/audit/actions'
import type { AuditAction } from '@mozhou/contracts/audit/actions'
import type { Wording } from '@mozhou/contracts/wording'

const words: Record<AuditAction, Wording> = {
  'campaign.create': { zh: '新建活动', en: 'Made a campaign' },
  'campaign.update': { zh: '修改活动', en: 'Changed a campaign' },
  'campaign.remove': { zh: '删除活动草稿', en: 'Deleted the draft of a campaign' },
  'campaign.start': { zh: '开始活动', en: 'Started a campaign' },
  'campaign.pause': { zh: '暂停活动', en: 'Paused a campaign' },
  'campaign.resume': { zh: '恢复活动', en: 'Resumed a campaign' },
  'campaign.end': { zh: '结束活动', en: 'Ended a campaign' },
  'credits.adjust': { zh: '调整积分', en: 'Adjusted credits' },
  'generation.stop': { zh: '停止生成', en: 'Stopped a generation' },
  'generation.start': { zh: '启动生成', en: 'Started a generation' },
  'feature.set': { zh: '改变功能开放范围', en: 'Changed who has a feature' },
  'model.create': { zh: '添加模型', en: 'Added a model' },
  'model.update': { zh: '修改模型', en: 'Changed a model' },
  'model.set-default': { zh: '设为默认模型', en: 'Made a model the default' },
  'model.remove': { zh: '删除模型', en: 'Removed a model' },
  'order.resolve': { zh: '处理异常订单', en: 'Settled an abnormal order' },
  'payment-channel.save': { zh: '保存支付渠道密钥', en: 'Saved the keys of a payment channel' },
  'payment-channel.clear': { zh: '清除支付渠道密钥', en: 'Cleared the keys of a payment channel' },
  'payment-channel.switch': { zh: '开关支付渠道', en: 'Switched a payment channel' },
  'plan.update': { zh: '修改套餐', en: 'Changed a plan' },
  'prompt.create-draft': { zh: '新建提示词草稿', en: 'Began a prompt draft' },
  'prompt.update-draft': { zh: '修改提示词草稿', en: 'Changed a prompt draft' },
  'prompt.delete-draft': { zh: '删除提示词草稿', en: 'Deleted a prompt draft' },
  'prompt.try': { zh: '试写提示词', en: 'Tried a prompt' },
  'prompt.publish': { zh: '发布提示词', en: 'Published a prompt' },
  'prompt.roll-back': { zh: '回滚提示词', en: 'Rolled a prompt back' },
  'reconciliation.resolve': { zh: '处理对账差异', en: 'Settled a finding of a bill' },
  'refund.approve': { zh: '同意退款', en: 'Approved a refund' },
  'refund.reject': { zh: '拒绝退款', en: 'Rejected a refund' },
  'run.acknowledge': { zh: '确认已处理', en: 'Acknowledged a run' },
  'session.refresh_token_reused': { zh: '疑似会话被盗，已结束', en: 'Session ended: possibly stolen' },
  'support.answer': { zh: '回复客服对话', en: 'Answered a support conversation' },
  'support.close': { zh: '结束客服对话', en: 'Closed a support conversation' },
  'support.release': { zh: '交回客服对话', en: 'Gave a support conversation back' },
  'support.take': { zh: '接待客服对话', en: 'Took a support conversation' },
  'user.create_admin': { zh: '创建管理员', en: 'Created an administrator' },
  'user.end_sessions': { zh: '结束登录', en: 'Ended sessions' },
  'user.set_role': { zh: '更改角色', en: 'Changed a role' },
  'user.suspend': { zh: '停用账号', en: 'Suspended an account' },
  'user.reinstate': { zh: '恢复账号', en: 'Reinstated an account' },
  'user.withhold_signup_gift': { zh: '未发注册赠送', en: 'Withheld a sign-up gift' },
}

/** The action's own name where this version has no words for it. */
export function actionWording(action: string): Wording {
  return isAuditAction(action) ? words[action] : { zh: action, en: action }
}
