import { formatId } from '@mozhou/contracts/ids'
import type { Page } from '@mozhou/contracts/page'
import type { MyRebateDto } from '@mozhou/contracts/referrals/answers'
import type { ListMyRebatesInput } from '@mozhou/contracts/referrals/inputs'
import { pendingStatuses, rebateStateOf } from '@mozhou/contracts/referrals/kinds'
import type { DomainContext } from '../context.ts'
import { afterCursor, newestFirst, toPage } from '../paging.ts'
import { maskName } from './mask-name.ts'
import {
  storedEndReason,
  storedLevel,
  storedRebateForm,
  storedRebateStatus,
} from '../referral-rules/stored-referrals.ts'

/** What came of the caller's invitations, and what welcomed the caller; why something is looked at is not told. */
export async function listMyRebates(
  ctx: Pick<DomainContext, 'prisma'>,
  { userId, state, cursor, limit }: ListMyRebatesInput & { userId: string },
): Promise<Page<MyRebateDto>> {
  const status = state === undefined ? {} : { status: state === 'pending' ? { in: [...pendingStatuses] } : state }
  const rows = await ctx.prisma.rebate.findMany({
    where: { beneficiaryId: userId, ...status, AND: [afterCursor(cursor)] },
    orderBy: newestFirst,
    take: limit + 1,
    include: {
      referee: { select: { displayName: true } },
      participation: { select: { campaign: { select: { name: true } } } },
      rule: { select: { coupon: { select: { name: true } } } },
    },
  })
  return toPage(rows, limit, ({ id, level, form, bornAmount, amount, createdAt, dueAt, endedAt, ...row }) => ({
    id: formatId('rebate', id),
    level: storedLevel(level),
    form: storedRebateForm(form),
    bornAmount,
    amount,
    createdAt: createdAt.toISOString(),
    dueAt: dueAt.toISOString(),
    endedAt: endedAt?.toISOString() ?? null,
    endReason: storedEndReason(row.endReason),
    state: rebateStateOf(storedRebateStatus(row.status)),
    campaign: row.participation?.campaign.name ?? null,
    couponName: form === 'coupon' ? (row.rule.coupon?.name ?? null) : null,
    maskedName: maskName(row.referee.displayName),
  }))
}
