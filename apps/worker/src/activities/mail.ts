import type { DomainContext } from '@mozhou/domain/context'
import { sendPasswordReset } from '@mozhou/domain/accounts/send-password-reset'
import { sendVerification } from '@mozhou/domain/accounts/send-verification'
import { sendNotification } from '@mozhou/domain/notifications/send-notification'
import type { Activities } from '@mozhou/workflows/activities'
import type { Mailer } from '@mozhou/integrations/mail/port'

/** How this worker sends mail, and where its links lead. */
export interface MailOffice {
  mailer: Mailer
  webOrigin: string
  /** For what operators are told. */
  adminOrigin: string
}

type MailActivities = Pick<Activities, 'sendVerification' | 'sendPasswordReset' | 'sendNotification'>

export function createMailActivities(ctx: DomainContext, mail: MailOffice | null): MailActivities {
  const office = () => {
    // Another worker may have it; this one was started without.
    if (!mail) throw new Error('no mail is configured here')
    return mail
  }
  return {
    sendVerification: async (input) => sendVerification(ctx, office(), input),
    sendPasswordReset: async (input) => sendPasswordReset(ctx, office(), input),
    sendNotification: async (input) => sendNotification(ctx, office(), input),
  }
}
