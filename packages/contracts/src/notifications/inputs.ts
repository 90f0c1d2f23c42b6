import { z } from 'zod'
import { idInput } from '../ids.ts'
import { pageInput } from '../page.ts'
import { notificationKinds } from './kinds.ts'

export const listNotificationsInput = pageInput

export const notificationIdInput = z.object({ notificationId: idInput('notification') })

export const setNotificationWishInput = z.object({
  kind: z.enum(notificationKinds),
  where: z.enum(['app', 'mail']),
  isOn: z.boolean(),
})
export type SetNotificationWishInput = z.output<typeof setNotificationWishInput>
