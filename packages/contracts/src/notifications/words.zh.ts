import { yuanText } from '../orders/prices.ts'
import { platformNames } from '../publications/kinds.ts'
import {
  accountNeedsZh,
  publicationEndsZh,
  publicationWaitBodiesZh,
  publicationWaitsZh,
} from '../publications/notice-words.zh.ts'
import { withdrawalEndsZh } from '../withdrawals/end-words.zh.ts'
import type { RebateForm } from '../referrals/kinds.ts'
import type { ParamsOf } from './events.ts'
import type { NotificationWords } from './words.ts'

const day = new Intl.DateTimeFormat('zh-CN', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Asia/Shanghai' })
const dayOf = (instant: string) => day.format(new Date(instant))
const things = ({ credits, months }: { credits: number | null; months: number | null }) =>
  credits === null ? `${months ?? 0} 个月会员` : `${credits} 积分`
const bonusOf = ({ bonusCredits }: { bonusCredits?: number | undefined }) =>
  bonusCredits ? `和活动送的 ${bonusCredits} 积分` : ''
const apps = { web: '网页', admin: '运营后台', api: '程序接口' } as const

const stopReasons: Readonly<Record<ParamsOf<'renewal_stopped'>['reason'], string>> = {
  by_person: '你在会员页关闭了自动续费。',
  ended_at_channel: '扣款协议已经在支付渠道那边解除。',
  price_raised: '套餐涨价了。没有你重新同意，不会按新价格扣款。',
  plan_off_sale: '套餐已经下架。',
  refunded: '会员已经退款。',
  suspended: '账号被停用。',
  channel_off: '这个支付渠道不再提供自动续费。',
  not_paid: '扣款没有成功，最多试三次。没有欠款。',
  missed: '错过了可以扣款的日期。',
  not_signed: '在支付渠道那边没有完成签约。',
}

function rewardOf({ form, amount }: { form: RebateForm; amount: number }): string {
  switch (form) {
    case 'cash':
      return `${yuanText(amount)} 元现金`
    case 'credits':
      return `${amount} 积分`
    case 'coupon':
      return `${amount} 张优惠券`
  }
}
const raisedBy = (campaign: ParamsOf<'rebate_born'>['campaign']): string => {
  if (!campaign) return ''
  return campaign.isCovered
    ? `已按活动“${campaign.name}”提高。`
    : `活动“${campaign.name}”的预算已发完，这笔按平时的规则计算。`
}
const lostFor: Readonly<Record<ParamsOf<'rebate_lost'>['reason'], string>> = {
  refunded: '对应的订单退了款，返利按退款的比例收回。',
  rejected: '没有通过审核。有疑问可以联系客服。',
  suspended: '到期时账号在停用中，一直没有恢复，返利已失效。',
}

export const notificationsZh: NotificationWords = {
  order_paid: (order) => ({
    title:
      order.amountFen === 0
        ? `不用付款，${things(order)}${bonusOf(order)}已到账`
        : `已付款 ${yuanText(order.amountFen)} 元，${things(order)}${bonusOf(order)}已到账`,
    body: '订单已完成，可以在订单页查看明细。',
    action: '看订单',
  }),
  order_closed: (order) => ({
    title: `订单超时未付，已关闭：${things(order)}`,
    body: `没有收到 ${yuanText(order.amountFen)} 元的付款。如果刚刚付了款，会自动原路退回；还需要的话，请重新下单。`,
    action: '看订单',
  }),
  order_refunded: (order) => ({
    title: `${yuanText(order.amountFen)} 元已原路退回`,
    body: '退款已由支付渠道确认，到账时间以渠道为准。',
    action: '看订单',
  }),
  refund_rejected: (order) => ({
    title: `${yuanText(order.amountFen)} 元的退款申请没有通过`,
    body: `财务的说明：${order.reason}。没有退款，积分和会员都没有动。`,
    action: '看订单',
  }),
  membership_opened: ({ endsAt }) => ({
    title: '会员已开通',
    body: `有效期至 ${dayOf(endsAt)}。期间生成不扣积分。`,
    action: '看会员',
  }),
  membership_renewed: ({ endsAt }) => ({
    title: '会员已续期',
    body: `有效期延长至 ${dayOf(endsAt)}，没有中断。`,
    action: '看会员',
  }),
  membership_ending: ({ endsAt, days }) => ({
    title: days === 1 ? '会员一天内到期' : `会员 ${days} 天内到期`,
    body: `将于 ${dayOf(endsAt)} 到期。现在续费会从到期时接上，不会少算一天；不续费不会扣款。`,
    action: '续费',
  }),
  membership_ended: ({ endsAt }) => ({
    title: '会员已到期',
    body: `已于 ${dayOf(endsAt)} 到期，没有自动扣款。作品都还在，之后的生成按积分计费。`,
    action: '重新开通',
  }),
  gift_expiring: ({ credits, expiresAt }) => ({
    title: `${credits} 赠送积分快到期`,
    body: `将于 ${dayOf(expiresAt)} 到期，没用完的作废。生成时会先用它；买来的积分不过期。`,
    action: '看积分',
  }),
  renewal_started: ({ amountFen, months, chargeAt }) => ({
    title: '自动续费已开通',
    body: `预计 ${dayOf(chargeAt)} 扣 ${yuanText(amountFen)} 元，会员顺延 ${months} 个月。扣款前五天和前一天会再告诉你；在会员页可以随时一键关闭。`,
    action: '看自动续费',
  }),
  renewal_due: ({ amountFen, months, chargeAt, days }) => ({
    title: days === 1 ? `明天自动续费扣款 ${yuanText(amountFen)} 元` : `五天后自动续费扣款 ${yuanText(amountFen)} 元`,
    body: `将于 ${dayOf(chargeAt)} 扣 ${yuanText(amountFen)} 元，会员顺延 ${months} 个月。不想续费的话，扣款之前在会员页一键关闭，或在支付渠道的应用里关闭，都不会扣款。`,
    action: '看自动续费',
  }),
  renewal_stopped: ({ reason, endsAt }) => ({
    title: '自动续费已关闭，不会再扣款',
    body: `${stopReasons[reason]}${endsAt === null ? '' : `会员有效期至 ${dayOf(endsAt)}，之前照常使用。`}`,
    action: '看会员',
  }),
  coupon_received: ({ name, count, expiresAt }) => ({
    title: count === 1 ? `收到优惠券：${name}` : `收到 ${count} 张优惠券：${name}`,
    body: `已放进券包，${dayOf(expiresAt)} 前可用。下单时会自动选上最划算的一张。`,
    action: '看券包',
  }),
  coupon_expiring: ({ name, expiresAt }) => ({
    title: `优惠券快过期：${name}`,
    body: `将于 ${dayOf(expiresAt)} 过期，过期后不能再用。`,
    action: '看券包',
  }),
  withdrawal_confirm: ({ amountFen, until }) => ({
    title: `请确认收款 ${yuanText(amountFen)} 元`,
    body: `请在 ${dayOf(until)} 之前到微信里确认收款。过时没有确认，钱会退回现金余额，可以重新收款。`,
    action: '去收款',
  }),
  withdrawal_paid: ({ amountFen }) => ({
    title: `提现 ${yuanText(amountFen)} 元已到账`,
    body: '已由支付渠道确认付款。',
    action: '看提现',
  }),
  withdrawal_ended: ({ amountFen, reason, note }) => ({
    title: `${yuanText(amountFen)} 元提现没有付成，钱已退回余额`,
    body: `${withdrawalEndsZh[reason]}${note === null ? '' : `财务的说明：${note}。`}`,
    action: '看提现',
  }),
  rebate_born: ({ dueAt, campaign, ...reward }) => ({
    title: reward.level === 0 ? `新人奖励 ${rewardOf(reward)} 待发放` : `一笔推广返利 ${rewardOf(reward)} 待发放`,
    body: `退款期过后，最早 ${dayOf(dueAt)} 发放；期间订单退款的，按比例减少。${raisedBy(campaign)}`,
    action: '看推广',
  }),
  rebate_paid: (reward) => ({
    title: reward.level === 0 ? `新人奖励 ${rewardOf(reward)} 已到账` : `推广返利 ${rewardOf(reward)} 已到账`,
    body: reward.form === 'coupon' ? '已放进券包，下单时会自动选上最划算的一张。' : '明细在推广页和流水里。',
    action: '看推广',
  }),
  rebate_lost: ({ reason, wasPaid, ...reward }) => ({
    title: wasPaid ? `已到账的返利收回 ${rewardOf(reward)}` : `待发放的返利减少 ${rewardOf(reward)}`,
    body: lostFor[reason],
    action: '看推广',
  }),
  work_finished: ({ title, isIncomplete }) => ({
    title: isIncomplete ? `《${title || '长文'}》写到一半停下了` : `《${title || '长文'}》写好了`,
    body: isIncomplete ? '已写的部分都保存好了，可以免费接着写。' : '各部分都已保存，可以打开阅读和修改。',
    action: '打开作品',
  }),
  new_sign_in: ({ app, device, ipAddress }) => ({
    title: '账号在新设备上登录',
    body: `${device ?? '未知设备'}，${apps[app]}，网络地址 ${ipAddress}。如果不是你本人，请立即修改密码并退出该设备。`,
    action: '看登录设备',
  }),
  password_changed: ({ isReset }) => ({
    title: isReset ? '密码已通过邮件重设' : '密码已修改',
    body: '其他设备上的登录已全部退出，API 密钥已吊销。如果不是你本人操作，请立即用“忘记密码”找回账号，并联系客服。',
    action: '看账号设置',
  }),
  payee_changed: ({ channel, accountMark }) => ({
    title: '提现的收款账户已更换',
    body: `今后的提现会付到${channel === 'alipay' ? '支付宝' : '微信'} ${accountMark}。如果不是你本人操作，请立即修改密码，并联系客服。`,
    action: '看提现',
  }),
  email_changed: () => ({
    title: '账号的邮箱已更换',
    body: '今后的邮件会发到新邮箱，原来的邮箱不能再用来登录或找回密码。如果不是你本人操作，请立即联系客服。',
    action: '看账号设置',
  }),
  account_closing: ({ dueAt }) => ({
    title: '账号已申请注销',
    body: `账号现在停用，将于 ${dayOf(dueAt)} 之后删除，删除后不能恢复。在那之前用密码登录，就可以撤销注销。如果不是你本人操作，请立即登录撤销并修改密码。`,
    action: '登录并撤销',
  }),
  support_answered: ({ subject }) => ({
    title: `客服回复了：${subject}`,
    body: '打开对话可以看到回复，也可以接着说。',
    action: '看回复',
  }),
  support_closed: ({ subject }) => ({
    title: `客服结束了对话：${subject}`,
    body: '问题还在的话，直接在对话里再发一条就会重新打开。',
    action: '看对话',
  }),
  publication_published: ({ platform, title, confirmation }) => ({
    title: `已发布到${platformNames[platform].zh}：${title}`,
    body:
      confirmation === 'platform_confirmed'
        ? '平台已确认发布。之后 7 天内如果被平台下架，会再告诉你。'
        : '你提供了链接，已记为你确认的发布。',
    action: '看发布',
  }),
  publication_waiting: ({ platform, title, status, detail }) => ({
    title: `${platformNames[platform].zh}${publicationWaitsZh[status]}：${title}`,
    body: detail?.zh ?? publicationWaitBodiesZh[status],
    action: '去处理',
  }),
  publication_failed: ({ platform, title, status, detail }) => ({
    title: `${platformNames[platform].zh}${publicationEndsZh[status]}：${title}`,
    body: detail?.zh ?? '没有发布。可以打开看原因，再决定是否重发。',
    action: '看原因',
  }),
  publication_removed: ({ platform, title, detail }) => ({
    title: `${platformNames[platform].zh}上的内容已不在：${title}`,
    body: detail?.zh ?? '平台现在查不到这篇内容，可能被下架或删除。',
    action: '看发布',
  }),
  platform_account_lapsed: ({ platform, name, state = 'expired', detail }) => ({
    title: `${platformNames[platform].zh}账号“${name}”${accountNeedsZh[state]}`,
    body: `${(state === 'expired' ? null : detail?.zh) ?? '授权已经失效'}。到期的发布会停在那里等你，不会发出去。`,
    action: state === 'expired' ? '去绑定' : '去处理',
  }),
  support_asked: ({ subject, username, isMember }) => ({
    title: `${isMember ? '会员 ' : ''}@${username} 在等回复：${subject}`,
    body: '在运营后台的“客服”里接待和回答。',
    action: '去回答',
  }),
  campaign_rewarded: ({ name, credits, expiresAt }) => ({
    title: `${credits} 积分已到账：${name}`,
    body:
      expiresAt === null
        ? '活动赠送的积分已经可以用了。'
        : `活动赠送的积分已经可以用了，将于 ${dayOf(expiresAt)} 到期，生成时会先用它。`,
    action: '看活动',
  }),
  campaign_budget_low: ({ name, percent, isEnded }) => ({
    title: isEnded ? `活动预算已用完，活动已结束：${name}` : `活动预算已用 ${percent}%：${name}`,
    body: isEnded
      ? '余下的不够再发一次。需要继续的话，请新建一个活动。'
      : '可以在运营后台的“活动”里追加预算，或提前结束。',
    action: '看活动',
  }),
}
