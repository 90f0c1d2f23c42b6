import type { DomainContext } from '@mozhou/domain/context'
import { sendVerification } from '@mozhou/domain/accounts/send-verification'
import type { Activities } from '@mozhou/workflows/activities'
import type { Mailer } from '@mozhou/integrations/mail/port'

/** How this worker sends mail, and where its links lead. */
export interface MailOffice {
  mailer: Mailer
  webOrigin: string
}

export function createMailActivities(
  ctx: DomainContext,
  mail: MailOffice | null,
): Pick<Activities, 'sendVerification'> {
  return {
    sendVerification: async (input) => {
      // Another worker may have it; this one was started without.
      if (!mail) throw new Error('no mail is configured here')
      return sendVerification(ctx, mail, input)
    },
  }
}
