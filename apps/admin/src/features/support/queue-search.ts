import { textIn } from '../../tables/filters.ts'
import { conversationLinkKinds, conversationStatuses, queueHolders } from '@mozhou/contracts/support/kinds'
import type { ConversationLinkKind, ConversationStatus, QueueHolder } from '@mozhou/contracts/support/kinds'

/** What the queue shows; it stands in the address. Without a status: what waits for us. */
export interface QueueSearch {
  status?: ConversationStatus | 'all'
  holder?: QueueHolder
  link?: ConversationLinkKind
  members?: true
  search?: string
  /** The conversation that is open. */
  conversation?: string
}

/** What a control changes; `parseQueueSearch` keeps what fits. */
export type SearchChange = { [Name in keyof QueueSearch]?: string | boolean | undefined }

export interface QueueFilters {
  status?: ConversationStatus
  holder?: QueueHolder
  link?: ConversationLinkKind
  membersOnly?: boolean
  search?: string
}

/** Keeps of an address what fits and drops the rest. */
export function parseQueueSearch(raw: Record<string, unknown>): QueueSearch {
  const status = (['all', ...conversationStatuses] as const).find((candidate) => candidate === raw['status'])
  const holder = queueHolders.find((candidate) => candidate === raw['holder'])
  const link = conversationLinkKinds.find((candidate) => candidate === raw['link'])
  const search = textIn(raw['search'])
  const conversation = textIn(raw['conversation'])
  return {
    ...(status && status !== 'waiting_for_us' && { status }),
    ...(holder && { holder }),
    ...(link && { link }),
    ...(raw['members'] === true && { members: true as const }),
    ...(search && { search }),
    ...(conversation && { conversation }),
  }
}

/** What may be kept under a name: all but the conversation that is open. */
export function keptSearch({ conversation: _conversation, ...search }: QueueSearch): Omit<QueueSearch, 'conversation'> {
  return search
}

export function queueFilters({ status = 'waiting_for_us', holder, link, members, search }: QueueSearch): QueueFilters {
  return {
    ...(status !== 'all' && { status }),
    ...(holder && { holder }),
    ...(link && { link }),
    ...(members && { membersOnly: true }),
    ...(search !== undefined && { search }),
  }
}
