import { z } from 'zod'
import { idInput, requestKeyInput } from '../ids.ts'
import { operatorPageInput, pageInput } from '../page.ts'
import { textInput } from '../text.ts'
import { conversationLinkKinds, conversationStatuses, queueHolders, supportLimits } from './kinds.ts'

const messageText = textInput(1, supportLimits.textLength)

/** Something of the person's own. */
const conversationLinkInput = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('order'), orderId: idInput('order') }),
  z.object({ kind: z.literal('creation'), creationId: idInput('creation') }),
  z.object({ kind: z.literal('receipt'), creationId: idInput('creation') }),
])
export type ConversationLinkInput = z.output<typeof conversationLinkInput>

export const openConversationInput = z.object({
  subject: textInput(2, supportLimits.subjectLength),
  text: messageText,
  link: conversationLinkInput.optional(),
  requestKey: requestKeyInput,
})
export type OpenConversationInput = z.output<typeof openConversationInput>

export const conversationIdInput = z.object({ conversationId: idInput('conversation') })

export const listConversationsInput = pageInput
export const listMessagesInput = pageInput.extend({ conversationId: idInput('conversation') })
export type ListMessagesInput = z.output<typeof listMessagesInput>

export const sendMessageInput = z.object({
  conversationId: idInput('conversation'),
  text: messageText,
  requestKey: requestKeyInput,
})
export type SendMessageInput = z.output<typeof sendMessageInput>

export const supportQueueInput = operatorPageInput.extend({
  status: z.enum(conversationStatuses).optional(),
  holder: z.enum(queueHolders).optional(),
  link: z.enum(conversationLinkKinds).optional(),
  membersOnly: z.boolean().optional(),
  /** Part of a subject, of a person's name or of their address, or an id of either. */
  search: textInput(0, 100).optional(),
})
export type SupportQueueInput = z.output<typeof supportQueueInput>

/** `isTakeover`: also from the operator who has it. */
export const takeConversationInput = z.object({
  conversationId: idInput('conversation'),
  isTakeover: z.boolean().default(false),
})
export type TakeConversationInput = z.output<typeof takeConversationInput>
