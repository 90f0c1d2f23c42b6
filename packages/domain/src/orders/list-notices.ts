import type { NoticeDto } from '@mozhou/contracts/orders/admin-answers'
import type { NoticesInput } from '@mozhou/contracts/orders/admin-inputs'
import type { Page } from '@mozhou/contracts/page'
import type { DomainContext } from '../context.ts'
import { decodeCursor, encodeCursor } from '../paging.ts'
import { storedNoticeVerdict, storedPayChannel } from '../stored-columns.ts'
import { dayBounds } from '../shanghai-range.ts'
import { redactNotice } from './redact-notice.ts'

export const noticeSelect = {
  id: true,
  channel: true,
  verdict: true,
  reason: true,
  orderNo: true,
  deliveries: true,
  receivedAt: true,
  body: true,
} as const

interface NoticeRow {
  id: string
  channel: string
  verdict: string
  reason: string | null
  orderNo: string | null
  deliveries: number
  receivedAt: Date
  body: Uint8Array
}

/** What the channels told, as it came, newest first: the refused ones are where money of nobody's order shows. */
export async function listNotices(
  ctx: Pick<DomainContext, 'prisma'>,
  { cursor, limit, verdict, channel, search = '', ...days }: NoticesInput,
): Promise<Page<NoticeDto>> {
  const after = cursor ? decodeCursor(cursor) : null
  const rows = await ctx.prisma.paymentNotice.findMany({
    where: {
      ...(verdict && { verdict }),
      ...(channel && { channel }),
      ...(search !== '' && { orderNo: search.toUpperCase() }),
      receivedAt: { ...dayBounds(days), ...(after && { lte: after.createdAt }) },
      ...(after && { OR: [{ receivedAt: { lt: after.createdAt } }, { id: { lt: after.id } }] }),
    },
    orderBy: [{ receivedAt: 'desc' }, { id: 'desc' }],
    take: limit + 1,
    select: noticeSelect,
  })
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    items: shown.map(toNoticeDto),
    nextCursor: rows.length > limit && last ? encodeCursor({ createdAt: last.receivedAt, id: last.id }) : null,
  }
}

export function toNoticeDto({ body, receivedAt, ...row }: NoticeRow): NoticeDto {
  return {
    ...row,
    channel: storedPayChannel(row.channel),
    verdict: storedNoticeVerdict(row.verdict),
    receivedAt: receivedAt.toISOString(),
    body: redactNotice(body),
  }
}
