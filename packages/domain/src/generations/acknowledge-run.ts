import type { AcknowledgementDto } from '@mozhou/contracts/generations/admin-answers'
import { formatId } from '@mozhou/contracts/ids'
import type { Actor } from '../audit/actor.ts'
import { writeAuditRow } from '../audit/write-audit-row.ts'
import type { DomainContext } from '../context.ts'
import { inTransaction } from '../transaction.ts'

interface Acknowledgement {
  actor: Actor
  workflowId: string
  /** Where it is a generation's. */
  generation: { creationId: string; ordinal: number } | null
  note: string
}

/** An operator has seen to a run that needed somebody: who, when and what was done stays, whatever Temporal forgets. */
export function acknowledgeRun(ctx: DomainContext, input: Acknowledgement): Promise<AcknowledgementDto> {
  const { actor, workflowId, generation, note } = input
  return inTransaction(ctx, async (tx) => {
    const own =
      generation &&
      (await tx.prisma.generation.findUnique({ where: { creationId_ordinal: generation }, select: { id: true } }))
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

export const acknowledgementSelect = {
  id: true,
  note: true,
  createdAt: true,
  actor: { select: { username: true } },
} as const

interface AcknowledgementRow {
  id: string
  note: string
  createdAt: Date
  actor: { username: string }
}

export function toAcknowledgement({ id, note, createdAt, actor }: AcknowledgementRow): AcknowledgementDto {
  return { id, note, actor: actor.username, createdAt: createdAt.toISOString() }
}
