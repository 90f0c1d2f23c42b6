/** `waiting_for_us`: what the person wrote last has no answer yet; `waiting_for_person`: it has one. */
export const conversationStatuses = ['waiting_for_us', 'waiting_for_person', 'closed'] as const
export type ConversationStatus = (typeof conversationStatuses)[number]

/** Who wrote a message, or closed a conversation. */
export const conversationSides = ['person', 'operator'] as const
export type ConversationSide = (typeof conversationSides)[number]

/** What a conversation may be about; a receipt is that of a work. */
export const conversationLinkKinds = ['creation', 'order', 'receipt'] as const
export type ConversationLinkKind = (typeof conversationLinkKinds)[number]

/** Whose conversations an operator looks through. */
export const queueHolders = ['mine', 'nobody'] as const
export type QueueHolder = (typeof queueHolders)[number]

export const supportLimits = {
  /** Conversations of a person that are not closed. */
  open: 5,
  /** Messages that a person writes in any hour, in all of their conversations. */
  messagesPerHour: 30,
  /** For so long after it was closed a conversation goes on with the next message. */
  reopenDays: 14,
  subjectLength: 80,
  textLength: 4_000,
} as const
