import { formatId } from '@mozhou/contracts/ids'
import type { Prisma } from '@mozhou/db/client'
import type { Actor } from '../audit/actor.ts'
import { writeAuditRow } from '../audit/write-audit-row.ts'
import type { TxContext } from '../context.ts'

interface ModelChange {
  actor: Actor
  action: 'create' | 'update' | 'set-default' | 'remove'
  modelId: string
  before: object | null
  after: object | null
}

/** The audit row of a change to the catalogue: everything but the key, of which it keeps that it changed. */
export function auditModel(tx: TxContext, change: ModelChange): Promise<void> {
  return writeAuditRow(tx, {
    actorId: change.actor.userId,
    permission: 'model:write',
    action: `model.${change.action}`,
    target: formatId('model', change.modelId),
    ...(change.before ? { before: withoutKey(change.before) } : {}),
    ...(change.after ? { after: withoutKey(change.after) } : {}),
    requestId: change.actor.requestId,
  })
}

function withoutKey(value: object): Prisma.InputJsonObject {
  const text = JSON.stringify(value, (key, inner: unknown) => (key === 'credentials' && inner ? '[changed]' : inner))
  return JSON.parse(text) as Prisma.InputJsonObject
}
