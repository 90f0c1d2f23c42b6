import type { NotificationDto, NotificationWishDto, UnreadDto } from '@mozhou/contracts/notifications/answers'
import {
  listNotificationsInput,
  notificationIdInput,
  setNotificationWishInput,
} from '@mozhou/contracts/notifications/inputs'
import type { Page } from '@mozhou/contracts/page'
import { followUnread } from '@mozhou/domain/notifications/follow-unread'
import { listNotifications } from '@mozhou/domain/notifications/list-notifications'
import { listWishes } from '@mozhou/domain/notifications/list-wishes'
import { markRead } from '@mozhou/domain/notifications/mark-read'
import { setWish } from '@mozhou/domain/notifications/set-wish'
import { router, userProcedure } from '../trpc.ts'

export const notificationsRouter = router({
  list: userProcedure
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

  markRead: userProcedure
    .input(notificationIdInput)
    .mutation(({ ctx, input }): Promise<UnreadDto> => markRead(ctx.domain, { ...input, userId: ctx.user.id })),

  markAllRead: userProcedure.mutation(({ ctx }): Promise<UnreadDto> => markRead(ctx.domain, { userId: ctx.user.id })),

  wishes: userProcedure.query(({ ctx }): Promise<NotificationWishDto[]> => listWishes(ctx.domain, ctx.user)),

  setWish: userProcedure
    .input(setNotificationWishInput)
    .mutation(async ({ ctx, input }): Promise<NotificationWishDto[]> => {
      await setWish(ctx.domain, { ...input, userId: ctx.user.id })
      return listWishes(ctx.domain, ctx.user)
    }),
})
