import type { ReplacedTextDto } from '@mozhou/contracts/generations/answers'
import { isFailureKind } from '@mozhou/contracts/failures'
import type { DomainContext } from '../context.ts'

interface Attempt {
  alias: string
  outcome: string
  failureKind: string | null
  outputTokens: number
}

/** The models of a generation that had begun to write before another one wrote in their place, as its attempts record it. */
export async function readReplacedTexts(
  ctx: Pick<DomainContext, 'prisma'>,
  generationId: string,
): Promise<ReplacedTextDto[]> {
  const attempts = await ctx.prisma.modelUsage.findMany({
    where: { generationId },
    orderBy: { epoch: 'asc' },
    select: { alias: true, outcome: true, failureKind: true, outputTokens: true },
  })
  return replacedTexts(attempts)
}

/** Attempts in their order. A long work goes through the models anew with every part; a model that gave way twice is named once. */
export function replacedTexts(attempts: readonly Attempt[]): ReplacedTextDto[] {
  const hasFailed = ({ outcome }: Attempt) => outcome === 'failed' || outcome === 'lost'
  const replaced = attempts.filter((attempt, at) => {
    const next = attempts.slice(at + 1).find((later) => !hasFailed(later))
    return hasFailed(attempt) && attempt.outputTokens > 0 && next !== undefined && next.alias !== attempt.alias
  })
  const byModel = new Map(replaced.map((attempt) => [attempt.alias, attempt.failureKind]))
  return [...byModel].map(([model, kind]) => ({ model, failureKind: isFailureKind(kind) ? kind : null }))
}
