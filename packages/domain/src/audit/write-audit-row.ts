import type { AuditAction } from '@mozhou/contracts/audit/actions'
import type { Permission } from '@mozhou/contracts/permissions'
import type { Prisma } from '@mozhou/db/client'
import type { TxContext } from '../context.ts'

export interface AuditEntry {
  /** Null for the system itself and for command-line tools. */
  actorId: string | null
  /** What allowed it; `none` where no permission was needed. */
  permission: Permission | 'none'
  action: AuditAction
  /** Edge id of what was changed. */
  target: string
  before?: Prisma.InputJsonValue
  after?: Prisma.InputJsonValue
  requestId: string
}

/** Part of the transaction that makes the change, so that neither is ever there without the other. Secrets never enter a row. */
export async function writeAuditRow(
  tx: Pick<TxContext, 'prisma' | 'clock' | 'newId'>,
  entry: AuditEntry,
): Promise<void> {
  await tx.prisma.auditRow.create({
    data: { ...entry, id: tx.newId(), createdAt: tx.clock.now() },
    select: { id: true },
  })
}
