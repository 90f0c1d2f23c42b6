import type { ConversationLinkKind } from '@mozhou/contracts/support/kinds'

/** What a new conversation is about, from the page that leads here. */
export interface AboutSearch {
  order?: string
  work?: string
  receipt?: string
}

/** What is attached to a new conversation; an empty id until one is chosen. */
export interface Attached {
  kind: ConversationLinkKind | 'none'
  id: string
}

export function attachedFrom({ order, work, receipt }: AboutSearch): Attached {
  if (order !== undefined) return { kind: 'order', id: order }
  if (receipt !== undefined) return { kind: 'receipt', id: receipt }
  return work === undefined ? { kind: 'none', id: '' } : { kind: 'creation', id: work }
}

type Link = { kind: 'order'; orderId: string } | { kind: 'creation' | 'receipt'; creationId: string }

/** Nothing as long as nothing is chosen. */
export function toLink({ kind, id }: Attached): { link?: Link } {
  if (kind === 'none' || id === '') return {}
  return { link: kind === 'order' ? { kind, orderId: id } : { kind, creationId: id } }
}
