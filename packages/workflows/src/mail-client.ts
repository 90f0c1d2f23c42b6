import { WorkflowExecutionAlreadyStartedError } from '@temporalio/client'
import type { WorkflowClient, WorkflowStartOptions } from '@temporalio/client'
import { notificationWorkflowId, passwordResetWorkflowId, verificationWorkflowId } from './ids.ts'
import { coreQueue } from './options.ts'
import type { resetPassword } from './reset-password.ts'
import type { tellByMail } from './tell-by-mail.ts'
import type { verifyEmail } from './verify-email.ts'

/** A mail is sent once: a run with its id, open or closed, is left alone. */
const mailOptions = {
  taskQueue: coreQueue,
  workflowIdReusePolicy: 'REJECT_DUPLICATE',
} as const satisfies Partial<WorkflowStartOptions>

export function startVerification(client: WorkflowClient, verificationId: string): Promise<void> {
  return once(() =>
    client.start<typeof verifyEmail>('verifyEmail', {
      ...mailOptions,
      workflowId: verificationWorkflowId(verificationId),
      args: [{ verificationId }],
      staticSummary: '确认邮箱',
    }),
  )
}

export function startPasswordReset(client: WorkflowClient, resetId: string): Promise<void> {
  return once(() =>
    client.start<typeof resetPassword>('resetPassword', {
      ...mailOptions,
      workflowId: passwordResetWorkflowId(resetId),
      args: [{ resetId }],
      staticSummary: '重设密码的邮件',
    }),
  )
}

export function startNotificationMail(client: WorkflowClient, notificationId: string): Promise<void> {
  return once(() =>
    client.start<typeof tellByMail>('tellByMail', {
      ...mailOptions,
      workflowId: notificationWorkflowId(notificationId),
      args: [{ notificationId }],
      staticSummary: '消息的邮件',
    }),
  )
}

async function once(start: () => Promise<unknown>): Promise<void> {
  try {
    await start()
  } catch (cause) {
    if (!(cause instanceof WorkflowExecutionAlreadyStartedError)) throw cause
  }
}
