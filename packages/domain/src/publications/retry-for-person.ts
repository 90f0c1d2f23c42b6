import { formatId } from '@mozhou/contracts/ids'
import type { RetryForPersonInput } from '@mozhou/contracts/publications/inputs'
import type { Actor } from '../audit/actor.ts'
import { writeAuditRow } from '../audit/write-audit-row.ts'
import type { PublicationsContext } from './publications-context.ts'
import type { StartedPublication } from './publish.ts'
import { retryPublication } from './replan-publication.ts'

/**
 * Tries a person's publication again, where it is known that nothing is out; the audit log says who and why.
 * @throws AppError PUBLICATION_NOT_FOUND, PUBLICATION_STATE, PUBLICATION_DUPLICATE
 */
export function retryForPerson(
  ctx: PublicationsContext,
  { publicationId, reason, actor }: RetryForPersonInput & { actor: Actor },
): Promise<StartedPublication> {
  return retryPublication(ctx, {
    publicationId,
    note: (tx) =>
      writeAuditRow(tx, {
        actorId: actor.userId,
        permission: 'publication:retry',
        action: 'publication.retry',
        target: formatId('publication', publicationId),
        after: { reason },
        requestId: actor.requestId,
      }),
  })
}
