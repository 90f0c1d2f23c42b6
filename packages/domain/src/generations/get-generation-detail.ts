import type { AttemptDetailDto, GenerationDetailDto } from '@mozhou/contracts/generations/admin-answers'
import { AppError } from '@mozhou/contracts/errors'
import { formatId } from '@mozhou/contracts/ids'
import type { Prisma } from '@mozhou/db/client'
import { storedGenerationKind, storedGenerationStatus } from '../stored-columns.ts'
import { workState } from '../work-state.ts'
import { fulfilmentOf } from './fulfilment.ts'
import type { GenerationsContext } from './fulfilment.ts'
import { generationSelect, toGenerationDto } from './generation-dto.ts'
import { attemptSelect, toAttemptDto, toReceiptEntry } from './get-receipt.ts'

const detailSelect = {
  ...generationSelect,
  userId: true,
  promptVersion: true,
  acceptedAt: true,
  startedAt: true,
  version: {
    select: { ordinal: true, wordCount: true, isIncomplete: true, isPartial: true, createdAt: true },
  },
  creation: {
    select: {
      kind: true,
      toolKey: true,
      title: true,
      deletedAt: true,
      purgedAt: true,
      user: { select: { id: true, username: true, displayName: true } },
      generations: { orderBy: { ordinal: 'asc' }, select: { id: true, ordinal: true, kind: true, status: true } },
    },
  },
} as const satisfies Prisma.GenerationSelect

type DetailRow = Prisma.GenerationGetPayload<{ select: typeof detailSelect }>

/** One run for operators; `sees` says which parts are theirs to see. @throws AppError GENERATION_NOT_FOUND */
export async function getGenerationDetail(
  ctx: GenerationsContext,
  { generationId, sees }: { generationId: string; sees: { titles: boolean; entries: boolean } },
): Promise<GenerationDetailDto> {
  const row = await ctx.prisma.generation.findUnique({ where: { id: generationId }, select: detailSelect })
  if (!row) throw new AppError('GENERATION_NOT_FOUND')
  const [entries, attempts] = await Promise.all([
    ctx.prisma.creditEntry.findMany({
      where: { referenceType: 'generation', referenceId: generationId },
      orderBy: { createdAt: 'asc' },
      select: { id: true, kind: true, amount: true, balanceAfter: true, createdAt: true },
    }),
    readAttempts(ctx, generationId),
  ])
  const sumOf = (kind: string) =>
    entries.filter((entry) => entry.kind === kind).reduce((sum, { amount }) => sum + amount, 0)
  return {
    ...toGenerationDto(row, sumOf('refund')),
    person: { ...row.creation.user, id: formatId('user', row.creation.user.id) },
    work: workOf(ctx, row, sees.titles),
    promptVersion: row.promptVersion,
    acceptedAt: row.acceptedAt?.toISOString() ?? null,
    startedAt: row.startedAt?.toISOString() ?? null,
    chargedCredits: Math.abs(sumOf('consume')),
    entries: sees.entries ? entries.map(toReceiptEntry) : null,
    attempts,
    version: row.version && { ...row.version, createdAt: row.version.createdAt.toISOString() },
    siblings: row.creation.generations.map(({ id, ordinal, kind, status }) => ({
      id: formatId('generation', id),
      ordinal,
      kind: storedGenerationKind(kind),
      status: storedGenerationStatus(status),
    })),
  }
}

function workOf(ctx: GenerationsContext, { creation }: DetailRow, isTitled: boolean): GenerationDetailDto['work'] {
  return {
    toolTitle: fulfilmentOf(ctx, creation.kind).toolTitle(creation.toolKey),
    title: isTitled ? creation.title : null,
    state: workState(creation),
  }
}

async function readAttempts(ctx: GenerationsContext, generationId: string): Promise<AttemptDetailDto[]> {
  const rows = await ctx.prisma.modelUsage.findMany({
    where: { generationId },
    orderBy: { epoch: 'asc' },
    select: {
      ...attemptSelect,
      upstreamModel: true,
      servedModel: true,
      httpStatus: true,
      vendorCode: true,
      vendorMessage: true,
      vendorRequestId: true,
      costMicroYuan: true,
    },
  })
  return rows.map((row) => ({
    ...toAttemptDto(row),
    upstreamModel: row.upstreamModel,
    servedModel: row.servedModel,
    httpStatus: row.httpStatus,
    vendorCode: row.vendorCode,
    vendorMessage: row.vendorMessage,
    vendorRequestId: row.vendorRequestId,
    costMicroYuan: Number(row.costMicroYuan),
  }))
}
