import type { AuditAction } from '@mozhou/contracts/audit/actions'
import { formatId } from '@mozhou/contracts/ids'
import type { Prisma } from '@mozhou/db/client'
import type { Actor } from '../audit/actor.ts'
import { writeAuditRow } from '../audit/write-audit-row.ts'
import type { TxContext } from '../context.ts'

interface Deed {
  action: Extract<AuditAction, `support.${string}`>
  conversationId: string
  actor: Actor
  before: Prisma.InputJsonValue
  after: Prisma.InputJsonValue
}

/** What was said stands in the conversation alone. */
export async function auditConversation(tx: TxContext, deed: Deed): Promise<void> {
  const { action, conversationId, actor, before, after } = deed
  await writeAuditRow(tx, {
    actorId: actor.userId,
    permission: 'support:answer',
    action,
    target: formatId('conversation', conversationId),
    before,
    after,
    requestId: actor.requestId,
  })
}
