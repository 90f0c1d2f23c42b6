import { formatId } from '@mozhou/contracts/ids'
import type { ConversationDto, ConversationLinkDto } from '@mozhou/contracts/support/answers'
import type { Prisma } from '@mozhou/db/client'
import {
  storedConversationLink,
  storedConversationSide,
  storedConversationStatus,
  storedOrderKind,
  storedOrderStatus,
} from '../stored-columns.ts'
import { workState } from '../work-state.ts'
import { reopensUntil } from './support-rules.ts'

export const conversationSelect = {
  id: true,
  subject: true,
  status: true,
  linkKind: true,
  createdAt: true,
  lastMessageAt: true,
  firstAnswerAt: true,
  unseenSince: true,
  closedAt: true,
  closedBy: true,
  creation: { select: { id: true, title: true, deletedAt: true, purgedAt: true } },
  order: {
    select: { id: true, orderNo: true, kind: true, status: true, payableFen: true, credits: true, planName: true },
  },
} as const satisfies Prisma.SupportConversationSelect

type ConversationRow = Prisma.SupportConversationGetPayload<{ select: typeof conversationSelect }>

export function toConversationDto(row: ConversationRow): ConversationDto {
  return {
    id: formatId('conversation', row.id),
    subject: row.subject,
    status: storedConversationStatus(row.status),
    link: toLinkDto(row),
    createdAt: row.createdAt.toISOString(),
    lastMessageAt: row.lastMessageAt.toISOString(),
    firstAnswerAt: row.firstAnswerAt?.toISOString() ?? null,
    closedAt: row.closedAt?.toISOString() ?? null,
    closedBy: row.closedBy === null ? null : storedConversationSide(row.closedBy),
    reopensUntil: reopensUntil(row.closedAt)?.toISOString() ?? null,
    isUnseen: row.unseenSince !== null,
  }
}

function toLinkDto({ linkKind, creation, order }: ConversationRow): ConversationLinkDto | null {
  if (linkKind === null) return null
  const kind = storedConversationLink(linkKind)
  if (kind === 'order') {
    if (!order) return null
    const { id, kind: orderKind, status, ...facts } = order
    return {
      kind,
      ...facts,
      orderId: formatId('order', id),
      orderKind: storedOrderKind(orderKind),
      status: storedOrderStatus(status),
    }
  }
  if (!creation) return null
  const { id, title } = creation
  return { kind, creationId: formatId('creation', id), title, state: workState(creation) }
}
