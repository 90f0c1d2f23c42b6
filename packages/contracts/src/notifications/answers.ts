import { z } from 'zod'
import { countAnswer, instantAnswer } from '../answers.ts'
import { idAnswer } from '../ids.ts'
import { notificationEvent } from './events.ts'
import { notificationKinds } from './kinds.ts'

export const notificationAnswer = notificationEvent
  .and(z.object({ id: idAnswer('notification'), createdAt: instantAnswer, readAt: instantAnswer.nullable() }))
  .meta({ id: 'Notification' })
export type NotificationDto = z.output<typeof notificationAnswer>

/** Counted up to 100: nobody reads more off a badge. */
export const unreadAnswer = z.object({ unread: countAnswer })
export type UnreadDto = z.output<typeof unreadAnswer>

const switchAnswer = z.object({ isOn: z.boolean(), isFixed: z.boolean() })
export const wishAnswer = z
  .object({ kind: z.enum(notificationKinds), app: switchAnswer, mail: switchAnswer })
  .meta({ id: 'NotificationPreference' })
export type NotificationWishDto = z.output<typeof wishAnswer>
