import { pageAnswer } from '@mozhou/contracts/answers'
import { notificationAnswer, unreadAnswer, wishAnswer } from '@mozhou/contracts/notifications/answers'
import type { NotificationDto, NotificationWishDto, UnreadDto } from '@mozhou/contracts/notifications/answers'
import {
  listNotificationsInput,
  notificationIdInput,
  setNotificationWishInput,
} from '@mozhou/contracts/notifications/inputs'
import type { Page } from '@mozhou/contracts/page'
import type { Wording } from '@mozhou/contracts/wording'
import { countUnread } from '@mozhou/domain/notifications/count-unread'
import { followUnread } from '@mozhou/domain/notifications/follow-unread'
import { listNotifications } from '@mozhou/domain/notifications/list-notifications'
import { listWishes } from '@mozhou/domain/notifications/list-wishes'
import { markRead } from '@mozhou/domain/notifications/mark-read'
import { setWish } from '@mozhou/domain/notifications/set-wish'
import { z } from 'zod'
import { router, userProcedure } from '../trpc.ts'

const tag: Wording = { zh: '消息通知', en: 'Notifications' }

export const notificationsRouter = router({
  list: userProcedure
    .meta({
      rest: 'GET /notifications',
      tag,
      summary: { zh: '获取消息列表', en: 'What I was told' },
      answer: pageAnswer(notificationAnswer),
      scope: 'notifications:read',
    })
    .input(listNotificationsInput)
    .query(({ ctx, input }): Promise<Page<NotificationDto>> =>
      listNotifications(ctx.domain, { ...input, userId: ctx.user.id }),
    ),

  /** How much is unread, now and whenever that changes. Ends politely when the process drains, and the client comes back. */
  unread: userProcedure.subscription(async function* ({ ctx, signal }): AsyncGenerator<UnreadDto, void> {
    const until = AbortSignal.any([ctx.shutdown, ...(signal ? [signal] : [])])
    const leave = await ctx.personStreams.enter(ctx.user.id)
    try {
      yield* followUnread(ctx.domain, ctx.unreadHub, { userId: ctx.user.id, signal: until })
    } finally {
      leave()
    }
  }),

  /** The same number, once, for whoever holds no stream. */
  unreadNow: userProcedure
    .meta({
      rest: 'GET /notifications/unread',
      tag,
      summary: { zh: '获取未读消息数', en: 'How much is unread, counted up to 100' },
      answer: unreadAnswer,
      scope: 'notifications:read',
    })
    .query(({ ctx }): Promise<UnreadDto> => countUnread(ctx.domain, ctx.user.id)),

  markRead: userProcedure
    .meta({
      rest: 'POST /notifications/{notification_id}/read',
      tag,
      summary: { zh: '标记一条消息已读', en: 'Mark one as read' },
      answer: unreadAnswer,
    })
    .input(notificationIdInput)
    .mutation(({ ctx, input }): Promise<UnreadDto> => markRead(ctx.domain, { ...input, userId: ctx.user.id })),

  markAllRead: userProcedure
    .meta({
      rest: 'POST /notifications/read',
      tag,
      summary: { zh: '全部标记已读', en: 'Mark all as read' },
      answer: unreadAnswer,
    })
    .mutation(({ ctx }): Promise<UnreadDto> => markRead(ctx.domain, { userId: ctx.user.id })),

  wishes: userProcedure
    .meta({
      rest: 'GET /notifications/preferences',
      tag,
      summary: { zh: '获取通知偏好', en: 'Where each kind of notification goes' },
      answer: z.array(wishAnswer),
      scope: 'notifications:read',
    })
    .query(({ ctx }): Promise<NotificationWishDto[]> => listWishes(ctx.domain, ctx.user)),

  setWish: userProcedure
    .meta({
      rest: 'PUT /notifications/preferences',
      tag,
      summary: { zh: '修改通知偏好', en: 'Switch a kind of notification on or off' },
      rules: [
        {
          zh: '标为 `isFixed` 的不能关，回答 400。',
          en: 'What is `isFixed` cannot be switched; the answer is 400.',
        },
      ],
      answer: z.array(wishAnswer),
    })
    .input(setNotificationWishInput)
    .mutation(async ({ ctx, input }): Promise<NotificationWishDto[]> => {
      await setWish(ctx.domain, { ...input, userId: ctx.user.id })
      return listWishes(ctx.domain, ctx.user)
    }),
})
