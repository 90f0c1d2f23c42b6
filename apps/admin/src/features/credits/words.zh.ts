import type { AuditCheck } from '@mozhou/contracts/credits/kinds'

/** The checks of money, and refunds, in Chinese: the source dictionary. */
export const creditsZh = {
  money: {
    subtitle:
      '账本必须始终成立的规则，每小时把全部流水重新算一遍，也可以随时重算。任何一条不通过，都要先查清再做别的。',
    runAgain: '重新核对',
    allPassed: '全部通过',
    allPassedHint: (count: string) => `${count} 条规则全部成立。`,
    someFailed: (count: string) => `${count} 条规则不成立`,
    someFailedHint: '请逐条查看下面的发现，并保留现场。',
    ranAt: (time: string, duration: string) => `${time} 核对，用时 ${duration}`,
    passed: '通过',
    failed: '不通过',
    checked: (count: string) => `检查了 ${count} 条`,
    findings: (count: string) => `${count} 处不符`,
    running: '正在核对账本',
    progress: (checked: string, percent: string) => `已经检查 ${checked} 条，约 ${percent}%。可以离开这一页。`,
    stalled: '核对停住了',
    stalledHint: '超过一分钟没有进展，可能没有 worker 在运行；它恢复后会从停下的地方接着核对。',
    checks: {
      entries_sum_to_zero: '所有流水相加为零',
      balance_equals_entries: '每个账户的余额等于流水之和',
      chain_intact: '每个账户的指纹链完整',
      failed_generations_refunded: '没写成的生成都已退款',
      succeeded_generations_charged_once: '写成的生成只扣一次',
      refund_matches_charge: '退款金额等于扣费金额',
      no_negative_balance: '除待抵扣的欠额外，没有负余额',
      paid_orders_credited: '付过款的充值订单都到账一次，没有付款的没有到账',
      clawbacks_within_orders: '每个订单收回的不超过它给的',
      refunds_within_payments: '每个订单退的钱不超过付的，收回的积分与账本相符',
      expiries_within_gifts: '到期作废的不超过赠送的，且只限有期限的赠送',
      withdrawals_match_ledger: '在途和已付的提现与账目、转账逐笔一致',
      rebates_equal_entries: '已发的返利与流水一致，没有来历不明的返利',
    } satisfies Record<AuditCheck, string> as Record<AuditCheck, string>,
  },
  refunds: {
    subtitle: '没写成的生成会自动退回积分。这里是全平台的退款，最新的在前。',
    user: '用户',
    amount: '退回',
    reason: '原因',
    time: '时间',
    search: '搜索用户名或邮箱',
    stopped: '用户停止，未出文字',
    emptyTitle: '还没有退款',
    emptyHint: '有生成没写成时会自动退款，并记在这里。',
  },
}
