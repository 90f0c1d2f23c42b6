import type { AcknowledgementDto } from '@mozhou/contracts/generations/admin-answers'
import { AppError } from '@mozhou/contracts/errors'
import { formatId } from '@mozhou/contracts/ids'
import type { Actor } from '../audit/actor.ts'
import { writeAuditRow } from '../audit/write-audit-row.ts'
import type { DomainContext, TxContext } from '../context.ts'
import { storedGenerationStatus } from '../stored-columns.ts'
import { inTransaction } from '../transaction.ts'
import { needsPerson } from './needs-person.ts'
import { shownName } from '../shown-name.ts'

interface Acknowledgement {
  actor: Actor
  workflowId: string
  /** Where it is a generation's: then our own rows say how it ended. */
  generation: { creationId: string; ordinal: number } | null
  /** What Temporal knows of any other; null for nothing. */
  run: { needsPerson: boolean } | null
  note: string
}

/**
 * An operator has seen to a run that needed somebody: who, when and what was done stays, whatever Temporal forgets.
 * @throws AppError RUN_NOT_FOUND, RUN_NEEDS_NOBODY
 */
export function acknowledgeRun(ctx: DomainContext, input: Acknowledgement): Promise<AcknowledgementDto> {
  const { actor, workflowId, generation, run, note } = input
  return inTransaction(ctx, async (tx) => {
    const own = generation && (await findOwn(tx, generation))
    const known = generation ? own : run
    if (!known) throw new AppError('RUN_NOT_FOUND')
    if (!known.needsPerson) throw new AppError('RUN_NEEDS_NOBODY')
    const row = await tx.prisma.runAcknowledgement.create({
      data: { id: tx.newId(), workflowId, actorId: actor.userId, note, createdAt: tx.clock.now() },
      select: acknowledgementSelect,
    })
    await writeAuditRow(tx, {
      actorId: actor.userId,
      permission: 'workflow:acknowledge',
      action: 'run.acknowledge',
      target: own ? formatId('generation', own.id) : workflowId,
      after: { workflowId, note },
      requestId: actor.requestId,
    })
    return toAcknowledgement(row)
  })
}

async function findOwn(tx: TxContext, generation: { creationId: string; ordinal: number }) {
  const where = { creationId_ordinal: generation }
  const row = await tx.prisma.generation.findUnique({ where, select: { id: true, status: true } })
  if (!row) return null
  const attempts = await tx.prisma.modelUsage.findMany({
    where: { generationId: row.id },
    select: { failureKind: true },
  })
  return { id: row.id, needsPerson: needsPerson({ status: storedGenerationStatus(row.status), attempts }) }
}

export const acknowledgementSelect = {
  id: true,
  note: true,
  createdAt: true,
  actor: { select: { id: true, username: true } },
} as const

interface AcknowledgementRow {
  id: string
  note: string
  createdAt: Date
  actor: { id: string; username: string }
}

export function toAcknowledgement({ id, note, createdAt, actor }: AcknowledgementRow): AcknowledgementDto {
  return { id, note, actor: shownName(actor), createdAt: createdAt.toISOString() }
}
