import { proxyActivities } from '@temporalio/workflow'
import type { Activities } from './activities.ts'
import { mailStep } from './options.ts'

const { sendNotification } = proxyActivities<Pick<Activities, 'sendNotification'>>(mailStep)

/** The mail of one notification, tried again for a day; later it is news to nobody. */
export async function tellByMail(input: { notificationId: string }): Promise<'sent' | 'refused' | 'unwanted'> {
  return sendNotification(input)
}
