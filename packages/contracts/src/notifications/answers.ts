import { z } from 'zod'
import { countAnswer, instantAnswer } from '../answers.ts'
import { idAnswer } from '../ids.ts'
import { notificationEvent } from './events.ts'
import { notificationKinds } from './kinds.ts'

const notificationAnswer = notificationEvent.and(
  z.object({ id: idAnswer('notification'), createdAt: instantAnswer, readAt: instantAnswer.nullable() }),
)
export type NotificationDto = z.output<typeof notificationAnswer>

/** Counted up to 100: nobody reads more off a badge. */
const unreadAnswer = z.object({ unread: countAnswer })
export type UnreadDto = z.output<typeof unreadAnswer>

const switchAnswer = z.object({ isOn: z.boolean(), isFixed: z.boolean() })
const wishAnswer = z.object({ kind: z.enum(notificationKinds), app: switchAnswer, mail: switchAnswer })
export type NotificationWishDto = z.output<typeof wishAnswer>
