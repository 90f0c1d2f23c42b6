import type { AttemptDto, ReceiptDto } from '@mozhou/contracts/generations/answers'
import { AppError } from '@mozhou/contracts/errors'
import { isFailureKind } from '@mozhou/contracts/failures'
import { formatId } from '@mozhou/contracts/ids'
import type { DomainContext } from '../context.ts'
import { fulfilmentOf } from './fulfilment.ts'
import type { GenerationsContext } from './fulfilment.ts'
import { generationSelect, toGenerationDto } from './generation-dto.ts'
import { storedEntryKind, storedOutcome, storedVendor } from '../stored-columns.ts'

/**
 * What a work cost and why: per generation its price, its ledger entries and every attempt of every model.
 * @throws AppError CREATION_NOT_FOUND.
 */
export async function getReceipt(
  ctx: Pick<GenerationsContext, 'prisma' | 'fulfilments'>,
  input: { creationId: string; userId: string },
): Promise<ReceiptDto> {
  const creation = await ctx.prisma.creation.findUnique({
    where: { id: input.creationId, userId: input.userId },
    select: { kind: true, generations: { orderBy: { ordinal: 'asc' }, select: generationSelect } },
  })
  if (!creation) throw new AppError('CREATION_NOT_FOUND')
  const ids = creation.generations.map(({ id }) => id)
  const [entries, attempts, deliveries] = await Promise.all([
    readEntries(ctx, ids),
    readAttempts(ctx, input.creationId),
    fulfilmentOf(ctx, creation.kind).deliveries?.(ctx, ids),
  ])
  const generations = creation.generations.map((generation) => {
    const own = entries.filter((entry) => entry.referenceId === generation.id)
    const refunded = own.filter(({ kind }) => kind === 'refund').reduce((sum, { amount }) => sum + amount, 0)
    const delivery = deliveries?.get(generation.id)
    return {
      ...(delivery && { delivery }),
      generation: toGenerationDto(generation, refunded),
      entries: own.map(toReceiptEntry),
      attempts: attempts.filter(({ generationId }) => generationId === generation.id).map(toAttemptDto),
    }
  })
  return {
    creationId: formatId('creation', input.creationId),
    netCredits: entries.reduce((sum, { amount }) => sum + amount, 0),
    generations,
  }
}

interface EntryRow {
  id: string
  kind: string
  amount: number
  balanceAfter: number
  createdAt: Date
}

export function toReceiptEntry({ id, kind, amount, balanceAfter, createdAt }: EntryRow) {
  return {
    id: formatId('entry', id),
    kind: storedEntryKind(kind),
    amount,
    balanceAfter,
    createdAt: createdAt.toISOString(),
  }
}

function readEntries(ctx: Pick<DomainContext, 'prisma'>, generationIds: string[]) {
  return ctx.prisma.creditEntry.findMany({
    where: { referenceType: 'generation', referenceId: { in: generationIds } },
    orderBy: { createdAt: 'asc' },
    select: { id: true, kind: true, amount: true, balanceAfter: true, referenceId: true, createdAt: true },
  })
}

export const attemptSelect = {
  generationId: true,
  alias: true,
  vendor: true,
  isSandbox: true,
  attempt: true,
  outcome: true,
  failureKind: true,
  inputTokens: true,
  outputTokens: true,
  isEstimated: true,
  firstTokenMs: true,
  latencyMs: true,
  createdAt: true,
} as const

function readAttempts(ctx: Pick<DomainContext, 'prisma'>, creationId: string) {
  return ctx.prisma.modelUsage.findMany({
    where: { creationId },
    orderBy: [{ createdAt: 'asc' }, { epoch: 'asc' }],
    select: attemptSelect,
  })
}

type AttemptRow = Awaited<ReturnType<typeof readAttempts>>[number]

export function toAttemptDto(row: AttemptRow): AttemptDto {
  return {
    model: row.alias,
    vendor: storedVendor(row.vendor),
    isSandbox: row.isSandbox,
    attempt: row.attempt,
    outcome: storedOutcome(row.outcome),
    failureKind: isFailureKind(row.failureKind) ? row.failureKind : null,
    inputTokens: row.inputTokens,
    outputTokens: row.outputTokens,
    isEstimated: row.isEstimated,
    firstTokenMs: row.firstTokenMs,
    latencyMs: row.latencyMs,
    createdAt: row.createdAt.toISOString(),
  }
}
