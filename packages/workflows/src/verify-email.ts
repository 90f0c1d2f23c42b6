import { proxyActivities } from '@temporalio/workflow'
import type { Activities } from './activities.ts'
import { mailStep } from './options.ts'

const { sendVerification } = proxyActivities<Pick<Activities, 'sendVerification'>>(mailStep)

/** The mail for one verification, tried again for as long as its link would hold. */
export async function verifyEmail(input: { verificationId: string }): Promise<'sent' | 'refused' | 'not_needed'> {
  return sendVerification(input)
}
