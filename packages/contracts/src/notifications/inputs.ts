import { z } from 'zod'
import { idInput } from '../ids.ts'
import { pageInput } from '../page.ts'
import { notificationKinds } from './kinds.ts'

export const listNotificationsInput = pageInput

export const notificationIdInput = z.object({ notificationId: idInput('notification') })

export const setNotificationWishInput = z.object({
  kind: z.enum(notificationKinds).meta({ examples: ['work_finished'] }),
  where: z.enum(['app', 'mail']).meta({ examples: ['mail'] }),
  isOn: z.boolean(),
})
export type SetNotificationWishInput = z.output<typeof setNotificationWishInput>
