import type { FoundPageDto } from '@mozhou/contracts/generations/admin-answers'
import { formatId, parseId } from '@mozhou/contracts/ids'
import type { DomainContext } from '../context.ts'

type PageKind = NonNullable<FoundPageDto>['kind']
type Found = { kind: PageKind; id: string } | null

const uuid = /(?:^|:)([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?::(\d{1,9}))?$/

/**
 * What an id or a number names, whichever way somebody was given it: of a person, an order (or its number, its refund's, the channel's), a
 * generation, a work or its receipt, an entry of the ledger, or a workflow in Temporal. Null when it is of nothing.
 */
export async function findPage(ctx: Pick<DomainContext, 'prisma'>, text: string): Promise<FoundPageDto> {
  const found = (await byId(ctx, text)) ?? (await byUuid(ctx, text)) ?? (await byNumber(ctx, text))
  return found && { kind: found.kind, id: formatId(found.kind, found.id) }
}

/** Whatever has an id that people are given and leads to a page. */
const lookedUp = ['user', 'order', 'generation', 'creation', 'version', 'moneyRefund', 'entry'] as const
type LookedUp = (typeof lookedUp)[number]

async function byId(ctx: Pick<DomainContext, 'prisma'>, text: string): Promise<Found> {
  const kind = lookedUp.find((candidate) => parseId(candidate, text) !== null)
  const id = kind === undefined ? null : parseId(kind, text)
  if (kind === undefined || id === null) return null
  return lookUp(ctx, kind, id)
}

async function lookUp({ prisma }: Pick<DomainContext, 'prisma'>, kind: LookedUp, id: string): Promise<Found> {
  const where = { id }
  const select = { id: true } as const
  switch (kind) {
    case 'user':
      return found('user', await prisma.user.findUnique({ where, select }))
    case 'order':
      return found('order', await prisma.order.findUnique({ where, select }))
    case 'generation':
      return found('generation', await prisma.generation.findUnique({ where, select }))
    case 'creation':
      return found('generation', await lastOf({ prisma }, id, null))
    case 'version': {
      const version = await prisma.version.findUnique({ where, select: { creationId: true, generationId: true } })
      if (!version) return null
      return version.generationId === null
        ? found('generation', await lastOf({ prisma }, version.creationId, null))
        : { kind: 'generation', id: version.generationId }
    }
    case 'moneyRefund': {
      const refund = await prisma.moneyRefund.findUnique({ where, select: { orderId: true } })
      return refund && { kind: 'order', id: refund.orderId }
    }
    case 'entry': {
      const entry = await prisma.creditEntry.findUnique({ where, select: { referenceType: true, referenceId: true } })
      if (entry?.referenceType === 'order') return { kind: 'order', id: entry.referenceId }
      return entry?.referenceType === 'generation' ? { kind: 'generation', id: entry.referenceId } : null
    }
  }
}

/** The run with this number of a work, or its last one. */
function lastOf({ prisma }: Pick<DomainContext, 'prisma'>, creationId: string, ordinal: number | null) {
  return prisma.generation.findFirst({
    where: { creationId, ...(ordinal === null ? {} : { ordinal }) },
    orderBy: { ordinal: 'desc' },
    select: { id: true },
  })
}

const found = (kind: PageKind, row: { id: string } | null): Found => row && { kind, id: row.id }

/** As logs and workflow ids write it, without the prefix of the edge. */
async function byUuid(ctx: Pick<DomainContext, 'prisma'>, text: string): Promise<Found> {
  const [, id, ordinal] = uuid.exec(text.toLowerCase()) ?? []
  if (id === undefined) return null
  if (text.startsWith('creation:')) return found('generation', await lastOf(ctx, id, Number(ordinal ?? 1)))
  for (const kind of ['generation', 'order', 'user', 'creation', 'moneyRefund'] as const) {
    const row = await lookUp(ctx, kind, id)
    if (row) return row
  }
  return null
}

async function byNumber({ prisma }: Pick<DomainContext, 'prisma'>, text: string): Promise<Found> {
  const number = text.toUpperCase()
  const order = await prisma.order.findUnique({ where: { orderNo: number }, select: { id: true } })
  if (order) return { kind: 'order', id: order.id }
  const refund = await prisma.moneyRefund.findUnique({ where: { refundNo: number }, select: { orderId: true } })
  if (refund) return { kind: 'order', id: refund.orderId }
  const payment = await prisma.payment.findFirst({
    where: { OR: [{ channel: 'alipay' }, { channel: 'wechat' }], transactionId: text },
    select: { orderId: true },
  })
  return payment && { kind: 'order', id: payment.orderId }
}
