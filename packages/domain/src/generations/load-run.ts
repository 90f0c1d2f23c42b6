import { isRunning } from '@mozhou/contracts/generations/kinds'
import type { DomainContext } from '../context.ts'
import { storedGenerationKind, storedYield } from '../stored-columns.ts'

/** A generation on its way to an end, with its draft and the attempt that made it. */
export type Run = Awaited<ReturnType<typeof loadRun>>

export async function loadRun(ctx: Pick<DomainContext, 'prisma'>, generationId: string) {
  const [row, usages] = await Promise.all([
    ctx.prisma.generation.findUniqueOrThrow({
      where: { id: generationId },
      select: {
        id: true,
        creationId: true,
        userId: true,
        kind: true,
        yields: true,
        status: true,
        input: true,
        priceCredits: true,
        draftEpoch: true,
        draftText: true,
        plan: true,
        baseVersionId: true,
        promptVersion: true,
        creation: { select: { kind: true, title: true, toolKey: true } },
        version: { select: { id: true } },
      },
    }),
    ctx.prisma.modelUsage.findMany({
      where: { generationId },
      orderBy: { epoch: 'asc' },
      select: {
        modelId: true,
        alias: true,
        isSandbox: true,
        inputTokens: true,
        outputTokens: true,
        costMicroYuan: true,
        outcome: true,
      },
    }),
  ])
  const { creation, version, ...generation } = row
  return {
    ...generation,
    kind: storedGenerationKind(row.kind),
    yields: storedYield(row.yields),
    isSucceeded: row.status === 'succeeded',
    isEnded: !isRunning(row.status),
    creationKind: creation.kind,
    title: creation.title,
    tool: creation.toolKey,
    versionId: version?.id ?? null,
    usage: usageOf(usages),
  }
}

interface UsageRow {
  modelId: string
  alias: string
  isSandbox: boolean
  inputTokens: number
  outputTokens: number
  costMicroYuan: bigint
  outcome: string
}

/** Whose work it is, and what all calls that made some of it took; a run in stages has several. */
function usageOf(usages: readonly UsageRow[]): Omit<UsageRow, 'outcome'> | null {
  const counted = usages.filter(({ outcome }) => outcome !== 'failed' && outcome !== 'lost')
  const last = counted.at(-1) ?? usages.at(-1)
  if (!last) return null
  const summed = counted.length > 0 ? counted : [last]
  return {
    modelId: last.modelId,
    alias: last.alias,
    isSandbox: last.isSandbox,
    inputTokens: summed.reduce((sum, { inputTokens }) => sum + inputTokens, 0),
    outputTokens: summed.reduce((sum, { outputTokens }) => sum + outputTokens, 0),
    costMicroYuan: summed.reduce((sum, { costMicroYuan }) => sum + costMicroYuan, 0n),
  }
}
