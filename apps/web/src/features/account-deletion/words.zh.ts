import type { DeletionHindrance } from '@mozhou/contracts/account-deletion/kinds'

/** Deleting one's account, in Chinese: the source dictionary. */
export const deletionZh = {
  deletion: {
    title: '注销账号',
    subtitle: '删除这个账号和它的内容。先看清会失去什么，再决定。',
    hint: '停用账号，到期后删除个人资料和全部作品，不能恢复。',
    open: '去注销',
    lost: '会失去什么',
    credits: (credits: string) => `${credits} 积分，注销后不能再用`,
    refundFirst: '其中有买来的积分：没用完的可以先在订单里申请退款。',
    toOrders: '去看订单',
    cash: (money: string) => `${money} 现金余额`,
    member: (date: string) => `会员，有效期至 ${date}`,
    works: (works: string) => `${works} 个作品，包括全部版本和回收站；需要的请先导出`,
    renewals: '自动续费会关闭，支付渠道那边的扣款协议同时解除',
    files: (files: string, bytes: string) =>
      `${files} 个文件（${bytes}），包括上传的、生成的和回收站里的；需要的请先下载`,
    pendingOrders: (orders: string) => `${orders} 个待付款的订单会关闭`,
    apiKeys: (keys: string) => `${keys} 个 API 密钥`,
    nothing: '除了账号本身，没有别的。',
    kept: '按法律保留的',
    keptHint:
      '积分流水、订单、付款、退款、会员记录和同意记录会保留，但不再带你的名字和邮箱。用户名和邮箱之后可以重新注册，注册赠送不会再发。',
    inTheWay: '现在还不能注销，请先处理',
    hindrances: {
      refund_open: '有退款正在处理，请等它结束。',
      payment_open: '有付款还没到账或需要核对，请等它处理完，或联系客服。',
      withdrawal_open: '有提现正在处理，请等它结束，或先取消。',
      debt: '积分或现金有欠款，请先补上，或联系客服。',
      work_running: '有作品正在生成，请等它写完，或先停止。',
      has_role: '这是运营人员的账号，请让管理员先收回后台角色。',
    } satisfies Record<DeletionHindrance, string> as Record<DeletionHindrance, string>,
    confirm: '确认注销',
    regret: (days: string) =>
      `提交后账号立即停用、所有设备退出登录；${days} 天后开始删除。在那之前用密码登录，可以撤销。`,
    atOnce: '提交后账号立即停用，马上开始删除，不能撤销。',
    password: '当前密码',
    word: (word: string) => `输入“${word}”确认`,
    wordWrong: (word: string) => `请输入“${word}”两个字`,
    submit: '注销账号',
    back: '不注销了',
    done: '账号已停用',
    doneHint: (date: string) => `将于 ${date} 之后删除。在那之前登录，可以撤销注销。`,
    doneAtOnce: '正在删除账号的内容。',
  },
}
