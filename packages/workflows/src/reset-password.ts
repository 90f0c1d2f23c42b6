import { proxyActivities } from '@temporalio/workflow'
import type { Activities } from './activities.ts'
import { soonMailStep } from './options.ts'

const { sendPasswordReset } = proxyActivities<Pick<Activities, 'sendPasswordReset'>>(soonMailStep)

/** The mail with one link to a new password, tried again for as long as the link would hold. */
export async function resetPassword(input: { resetId: string }): Promise<'sent' | 'refused' | 'not_needed'> {
  return sendPasswordReset(input)
}
