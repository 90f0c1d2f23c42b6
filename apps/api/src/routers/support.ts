import type { Page } from '@mozhou/contracts/page'
import type {
  ConversationDto,
  ConversationNewsDto,
  QueueRowDto,
  SupportMessageDto,
  SupportTimesDto,
  UsualAnswerDto,
} from '@mozhou/contracts/support/answers'
import {
  conversationIdInput,
  listConversationsInput,
  listMessagesInput,
  openConversationInput,
  sendMessageInput,
  supportQueueInput,
  takeConversationInput,
} from '@mozhou/contracts/support/inputs'
import { answerConversation } from '@mozhou/domain/support/answer-conversation'
import { supportTimes, usualAnswer } from '@mozhou/domain/support/answer-times'
import { closeConversation } from '@mozhou/domain/support/close-conversation'
import { closeForPerson } from '@mozhou/domain/support/close-for-person'
import { getConversation } from '@mozhou/domain/support/get-conversation'
import { getQueueRow } from '@mozhou/domain/support/get-queue-row'
import { listConversations } from '@mozhou/domain/support/list-conversations'
import { listMessages } from '@mozhou/domain/support/list-messages'
import { listQueue } from '@mozhou/domain/support/list-queue'
import { markSeen, readNoticesOf } from '@mozhou/domain/support/mark-seen'
import { openConversation } from '@mozhou/domain/support/open-conversation'
import { sendMessage } from '@mozhou/domain/support/send-message'
import { releaseConversation, takeConversation } from '@mozhou/domain/support/take-conversation'
import { followFor } from '../support/follow-for.ts'
import { adminProcedure, router, userProcedure } from '../trpc.ts'

const answering = adminProcedure('support:answer')

export const supportRouter = router({
  open: userProcedure
    .input(openConversationInput)
    .mutation(({ ctx, input }): Promise<ConversationDto> =>
      openConversation(ctx.domain, { ...input, userId: ctx.user.id }),
    ),

  list: userProcedure
    .input(listConversationsInput)
    .query(({ ctx, input }): Promise<Page<ConversationDto>> =>
      listConversations(ctx.domain, { ...input, userId: ctx.user.id }),
    ),

  get: userProcedure
    .input(conversationIdInput)
    .query(({ ctx, input }): Promise<ConversationDto> =>
      getConversation(ctx.domain, { ...input, userId: ctx.user.id }),
    ),

  messages: userProcedure
    .input(listMessagesInput)
    .query(({ ctx, input }): Promise<Page<SupportMessageDto>> =>
      listMessages(ctx.domain, { ...input, userId: ctx.user.id }),
    ),

  send: userProcedure
    .input(sendMessageInput)
    .mutation(({ ctx, input }): Promise<ConversationDto> => sendMessage(ctx.domain, { ...input, userId: ctx.user.id })),

  close: userProcedure
    .input(conversationIdInput)
    .mutation(({ ctx, input }): Promise<ConversationDto> =>
      closeConversation(ctx.domain, { ...input, userId: ctx.user.id }),
    ),

  seen: userProcedure.input(conversationIdInput).mutation(async ({ ctx, input }): Promise<{ ok: true }> => {
    await markSeen(ctx.domain, { ...input, userId: ctx.user.id })
    return { ok: true }
  }),

  usualAnswer: userProcedure.query(({ ctx }): Promise<UsualAnswerDto> => usualAnswer(ctx.domain, ctx.user.id)),

  /** That something was said or done in a conversation, while a page shows it. */
  follow: userProcedure
    .input(conversationIdInput)
    .subscription(({ ctx, input, signal }): AsyncGenerator<ConversationNewsDto, void> =>
      followFor(ctx, { ...input, userId: ctx.user.id, signal }),
    ),

  queue: answering
    .input(supportQueueInput)
    .query(({ ctx, input }): Promise<Page<QueueRowDto>> =>
      listQueue(ctx.domain, { ...input, actorId: ctx.actor.userId }),
    ),

  times: answering.query(({ ctx }): Promise<SupportTimesDto> => supportTimes(ctx.domain)),

  one: answering
    .input(conversationIdInput)
    .query(({ ctx, input }): Promise<QueueRowDto> => getQueueRow(ctx.domain, { ...input, actorId: ctx.actor.userId })),

  said: answering
    .input(listMessagesInput)
    .query(({ ctx, input }): Promise<Page<SupportMessageDto>> => listMessages(ctx.domain, input)),

  followOne: answering
    .input(conversationIdInput)
    .subscription(({ ctx, input, signal }): AsyncGenerator<ConversationNewsDto, void> =>
      followFor(ctx, { ...input, signal }),
    ),

  take: answering.input(takeConversationInput).mutation(async ({ ctx, input }): Promise<QueueRowDto> => {
    await takeConversation(ctx.domain, { ...input, actor: ctx.actor })
    await readNoticesOf(ctx.domain, { ...input, userId: ctx.actor.userId })
    return getQueueRow(ctx.domain, { ...input, actorId: ctx.actor.userId })
  }),

  release: answering.input(conversationIdInput).mutation(async ({ ctx, input }): Promise<QueueRowDto> => {
    await releaseConversation(ctx.domain, { ...input, actor: ctx.actor })
    return getQueueRow(ctx.domain, { ...input, actorId: ctx.actor.userId })
  }),

  answer: answering.input(sendMessageInput).mutation(async ({ ctx, input }): Promise<QueueRowDto> => {
    await answerConversation(ctx.domain, { ...input, actor: ctx.actor })
    return getQueueRow(ctx.domain, { ...input, actorId: ctx.actor.userId })
  }),

  closeFor: answering.input(conversationIdInput).mutation(async ({ ctx, input }): Promise<QueueRowDto> => {
    await closeForPerson(ctx.domain, { ...input, actor: ctx.actor })
    return getQueueRow(ctx.domain, { ...input, actorId: ctx.actor.userId })
  }),
})
