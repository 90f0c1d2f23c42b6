import type { Locale } from '@mozhou/contracts/accounts/locales'
import type { PaidWorkDto } from '@mozhou/contracts/generations/ledger-answers'
import type { GenerationKind } from '@mozhou/contracts/generations/kinds'
import type { EntryKind } from '@mozhou/contracts/credits/kinds'
import type { TransactionsCsvInput } from '@mozhou/contracts/credits/inputs'
import type { FileDto } from '@mozhou/contracts/answers'
import { toCsv } from '@mozhou/contracts/csv'
import { beijingTime, dayOf } from '../shanghai-day.ts'
import type { DomainContext } from '../context.ts'
import { listTransactions } from './list-transactions.ts'

const maxRows = 50_000

const headers: Record<Locale, readonly string[]> = {
  'zh-CN': [
    '流水号',
    '时间（北京时间）',
    '类型',
    '变动',
    '余额',
    '说明',
    '来源',
    '来源编号',
    '冲正流水',
    '操作',
    '作品',
  ],
  en: [
    'Entry',
    'Time (Beijing)',
    'Kind',
    'Change',
    'Balance',
    'Note',
    'Source',
    'Source id',
    'Reverses',
    'Action',
    'Work',
  ],
}

const kinds: Record<Locale, Record<EntryKind, string>> = {
  'zh-CN': {
    recharge: '充值',
    recharge_bonus: '充值赠送',
    consume: '消费',
    refund: '退款',
    gift_signup: '注册赠送',
    gift_campaign: '活动赠送',
    gift_referral: '邀请赠送',
    gift_expired: '赠送到期',
    rebate: '返利',
    withdrawal_hold: '提现冻结',
    withdrawal_paid: '提现到账',
    withdrawal_released: '提现退回',
    withdrawal_tax: '代扣个税',
    cash_exchanged: '现金换积分',
    clawback: '扣回',
    clawback_recharge: '退款扣回充值',
    clawback_bonus: '退款扣回赠送',
    clawback_rebate: '扣回返利',
    adjust: '人工调整',
  },
  en: {
    recharge: 'Recharge',
    recharge_bonus: 'Recharge bonus',
    consume: 'Spent',
    refund: 'Refund',
    gift_signup: 'Sign-up gift',
    gift_campaign: 'Campaign gift',
    gift_referral: 'Referral gift',
    gift_expired: 'Gift expired',
    rebate: 'Rebate',
    withdrawal_hold: 'Withdrawal held',
    withdrawal_paid: 'Withdrawal paid',
    withdrawal_released: 'Withdrawal released',
    withdrawal_tax: 'Tax withheld',
    cash_exchanged: 'Cash exchanged for credits',
    clawback: 'Clawback',
    clawback_recharge: 'Recharge taken back',
    clawback_bonus: 'Bonus taken back',
    clawback_rebate: 'Rebate taken back',
    adjust: 'Adjustment',
  },
}

const generationWords: Record<Locale, Record<GenerationKind, string>> = {
  'zh-CN': { generate: '生成', regenerate: '重新生成', optimise: '优化', continue: '续写', rewrite: '改写选中文字' },
  en: {
    generate: 'Generation',
    regenerate: 'Regeneration',
    optimise: 'Optimisation',
    continue: 'Continuation',
    rewrite: 'Rewrite of a selection',
  },
}

function runWords({ runTitle, generationKind }: PaidWorkDto, locale: Locale): string {
  return runTitle?.[locale === 'en' ? 'en' : 'zh'] ?? generationWords[locale][generationKind]
}

/** A person's ledger as a file for spreadsheets, newest first, under the list's own filters. */
export async function exportTransactions(
  ctx: Pick<DomainContext, 'prisma' | 'clock'>,
  input: TransactionsCsvInput & { userId: string },
): Promise<FileDto> {
  const page = await listTransactions(ctx, { ...input, limit: maxRows })
  const rows = page.items.map((entry) => [
    entry.id,
    beijingTime(new Date(entry.createdAt)),
    kinds[input.locale][entry.kind],
    entry.amount,
    entry.balanceAfter,
    entry.reason,
    entry.referenceType,
    entry.referenceId,
    entry.reversesId,
    entry.work && runWords(entry.work, input.locale),
    entry.work?.title ?? null,
  ])
  return {
    name: `mozhou-${input.unit}-${dayOf(ctx.clock.now())}.csv`,
    mediaType: 'text/csv',
    text: toCsv([headers[input.locale], ...rows]),
    isTruncated: page.nextCursor !== null,
  }
}
