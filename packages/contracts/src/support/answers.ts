import { z } from 'zod'
import { countAnswer, instantAnswer } from '../answers.ts'
import { paidWorkStates } from '../generations/kinds.ts'
import { idAnswer } from '../ids.ts'
import { orderKinds, orderStatuses } from '../orders/kinds.ts'
import { conversationSides, conversationStatuses } from './kinds.ts'

const work = {
  creationId: idAnswer('creation'),
  title: z.string(),
  /** Whether there is still something to lead to. */
  state: z.enum(paidWorkStates),
}

const conversationLinkAnswer = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('creation'), ...work }),
  z.object({ kind: z.literal('receipt'), ...work }),
  z.object({
    kind: z.literal('order'),
    orderId: idAnswer('order'),
    orderNo: z.string(),
    orderKind: z.enum(orderKinds),
    status: z.enum(orderStatuses),
    payableFen: countAnswer,
    credits: countAnswer.nullable(),
    planName: z.string().nullable(),
  }),
])
export type ConversationLinkDto = z.output<typeof conversationLinkAnswer>

const conversationAnswer = z.object({
  id: idAnswer('conversation'),
  subject: z.string(),
  status: z.enum(conversationStatuses),
  link: conversationLinkAnswer.nullable(),
  createdAt: instantAnswer,
  lastMessageAt: instantAnswer,
  firstAnswerAt: instantAnswer.nullable(),
  closedAt: instantAnswer.nullable(),
  closedBy: z.enum(conversationSides).nullable(),
  /** Until then the next message takes it up again; null while it is not closed. */
  reopensUntil: instantAnswer.nullable(),
  /** There is an answer that its person has not looked at. */
  isUnseen: z.boolean(),
})
export type ConversationDto = z.output<typeof conversationAnswer>

const supportMessageAnswer = z.object({
  id: idAnswer('supportMessage'),
  side: z.enum(conversationSides),
  text: z.string(),
  createdAt: instantAnswer,
  /** Username of the operator who wrote it, for operators alone. */
  operator: z.string().nullable(),
})
export type SupportMessageDto = z.output<typeof supportMessageAnswer>

const queueRowAnswer = conversationAnswer.extend({
  person: z.object({ id: idAnswer('user'), username: z.string(), displayName: z.string(), email: z.string() }),
  /** At this moment. */
  isMember: z.boolean(),
  takenBy: z.object({ username: z.string(), isMe: z.boolean() }).nullable(),
  /** When what waits was written; null when nothing waits for us. */
  waitingSince: instantAnswer.nullable(),
  /** From its first message to our first answer; null while there is none. */
  firstAnswerSeconds: countAnswer.nullable(),
})
export type QueueRowDto = z.output<typeof queueRowAnswer>

const answerTimeAnswer = z.object({
  /** Half of the conversations had their first answer within so long; null when too few tell. */
  medianSeconds: countAnswer.nullable(),
  /** Conversations begun in the window, and how many of them have an answer. */
  opened: countAnswer,
  answered: countAnswer,
})
export type AnswerTimeDto = z.output<typeof answerTimeAnswer>

const usualAnswerAnswer = z.object({
  days: countAnswer,
  isMember: z.boolean(),
  own: answerTimeAnswer,
  members: answerTimeAnswer,
})
/** What a person may expect: conversations of those who are members, or are not, as they are. */
export type UsualAnswerDto = z.output<typeof usualAnswerAnswer>

const supportTimesAnswer = z.object({
  days: countAnswer,
  all: answerTimeAnswer,
  members: answerTimeAnswer,
  /** What waits for us now, and of that what nobody has taken. */
  waiting: countAnswer,
  untaken: countAnswer,
})
export type SupportTimesDto = z.output<typeof supportTimesAnswer>

/** Tells a page that looks at a conversation that it has changed. */
const conversationNewsAnswer = z.object({
  status: z.enum(conversationStatuses),
  lastMessageAt: instantAnswer,
  takenBy: z.string().nullable(),
})
export type ConversationNewsDto = z.output<typeof conversationNewsAnswer>
