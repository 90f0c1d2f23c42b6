import { formatId } from '@mozhou/contracts/ids'
import type { WithdrawalDto, WithdrawalRowDto } from '@mozhou/contracts/withdrawals/answers'
import type { Prisma } from '@mozhou/db/client'
import {
  storedPayChannel,
  storedReviewReason,
  storedTaxPolicy,
  storedWithdrawalEnd,
  storedWithdrawalStatus,
} from '../stored-columns.ts'
import type { Settings } from '../settings.ts'
import { isCancellable, isRepeatable } from './state-rules.ts'

export const withdrawalSelect = {
  id: true,
  status: true,
  amountFen: true,
  taxFen: true,
  netFen: true,
  taxPolicy: true,
  attempt: true,
  endReason: true,
  reviewReasons: true,
  decidedById: true,
  decidedAt: true,
  decisionNote: true,
  createdAt: true,
  endedAt: true,
  user: { select: { id: true, username: true } },
  payee: { select: { channel: true, accountMark: true, nameMark: true } },
  transfers: { orderBy: { attempt: 'desc' }, take: 1 },
} as const satisfies Prisma.WithdrawalSelect

export type WithdrawalRow = Prisma.WithdrawalGetPayload<{ select: typeof withdrawalSelect }>

function toCommon(row: WithdrawalRow) {
  const status = storedWithdrawalStatus(row.status)
  const endReason = row.endReason === null ? null : storedWithdrawalEnd(row.endReason)
  const { accountMark, nameMark } = row.payee
  return {
    id: formatId('withdrawal', row.id),
    status,
    amountFen: row.amountFen,
    taxFen: row.taxFen,
    netFen: row.netFen,
    taxPolicy: row.taxPolicy === null ? null : storedTaxPolicy(row.taxPolicy),
    payee: { channel: storedPayChannel(row.payee.channel), accountMark, nameMark },
    attempt: row.attempt,
    endReason,
    decisionNote: row.decisionNote,
    canRepeat: isRepeatable(status, endReason),
    createdAt: row.createdAt.toISOString(),
    endedAt: row.endedAt?.toISOString() ?? null,
  }
}

/** As its person sees it. */
export function toWithdrawalDto({ sandboxUrl }: Pick<Settings, 'sandboxUrl'>, row: WithdrawalRow): WithdrawalDto {
  const common = toCommon(row)
  return { ...common, confirm: confirmOf(sandboxUrl, row), canCancel: isCancellable(common.status) }
}

/** Where the payee takes it: in the channel's app, or on the phone that the sandbox plays. */
function confirmOf(sandboxUrl: string | null, { status, transfers: [sent] }: WithdrawalRow): WithdrawalDto['confirm'] {
  if (status !== 'awaiting_confirm' || sent === undefined) return null
  const until = (sent.confirmUntil ?? sent.createdAt).toISOString()
  const isPlayed = sent.isSandbox && sandboxUrl !== null && sent.confirmCode !== null
  const query = new URLSearchParams({ code: sent.confirmCode ?? '' })
  return { until, sandboxUrl: isPlayed ? `${sandboxUrl}/payments/phone?${query.toString()}` : null }
}

/** As finance sees it. */
export function toWithdrawalRow(row: WithdrawalRow, usernames: ReadonlyMap<string, string>): WithdrawalRowDto {
  return {
    ...toCommon(row),
    user: { id: formatId('user', row.user.id), username: row.user.username },
    reviewReasons: row.reviewReasons.map(storedReviewReason),
    decidedBy: row.decidedById === null ? null : (usernames.get(row.decidedById) ?? null),
    decidedAt: row.decidedAt?.toISOString() ?? null,
  }
}
