import type { Prisma } from '@mozhou/db/client'
import type { Actor } from '../../audit/actor.ts'
import { writeAuditRow } from '../../audit/write-audit-row.ts'
import type { TxContext } from '../../context.ts'

interface PromptChange {
  actor: Actor
  action: 'create-draft' | 'update-draft' | 'delete-draft' | 'try' | 'publish' | 'roll-back'
  /** `<tool>@<number>`. */
  name: string
  before?: Prisma.InputJsonObject
  after?: Prisma.InputJsonObject
}

export function auditPrompt(tx: TxContext, change: PromptChange): Promise<void> {
  const { actor, action, name, before, after } = change
  return writeAuditRow(tx, {
    actorId: actor.userId,
    permission: action === 'publish' || action === 'roll-back' ? 'prompt:publish' : 'prompt:draft',
    action: `prompt.${action}`,
    target: name,
    ...(before ? { before } : {}),
    ...(after ? { after } : {}),
    requestId: actor.requestId,
  })
}
