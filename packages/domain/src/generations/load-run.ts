import type { GenerationKind, GenerationYield } from '@mozhou/contracts/generations/kinds'
import { isRunning } from '@mozhou/contracts/generations/kinds'
import { Prisma } from '@mozhou/db/client'
import type { DomainContext } from '../context.ts'
import { storedGenerationKind, storedYield } from '../stored-columns.ts'
import { readRow } from '../read-row.ts'
import { refundKey } from './refund-generation.ts'

/** A generation on its way to an end, with its draft and the attempt that made it. */
export interface Run extends Omit<RunRow, 'kind' | 'yields' | 'status' | 'usages'> {
  kind: GenerationKind
  yields: GenerationYield
  isSucceeded: boolean
  isEnded: boolean
  usage: (Omit<UsageRow, 'outcome' | 'costMicroYuan'> & { costMicroYuan: bigint }) | null
}

export async function loadRun(ctx: Pick<DomainContext, 'prisma'>, generationId: string): Promise<Run> {
  const row = await readRow<RunRow>(ctx, runQuery(generationId))
  if (!row) throw new Error(`no generation ${generationId}`)
  const { status, usages, ...generation } = row
  return {
    ...generation,
    kind: storedGenerationKind(row.kind),
    yields: storedYield(row.yields),
    isSucceeded: status === 'succeeded',
    isEnded: !isRunning(status),
    usage: usageOf(usages),
  }
}

interface RunRow {
  id: string
  creationId: string
  userId: string
  kind: string
  yields: string
  status: string
  input: unknown
  priceCredits: number
  draftEpoch: number
  draftText: string
  plan: unknown
  baseVersionId: string | null
  promptVersion: string | null
  creationKind: string
  title: string
  tool: string
  versionId: string | null
  /** Given back so far, from the ledger itself. */
  refundedCredits: number
  /** An address of its person's own wants to hear that it succeeded. */
  isCalled: boolean
  usages: UsageRow[]
}

interface UsageRow {
  modelId: string
  alias: string
  isSandbox: boolean
  inputTokens: number
  outputTokens: number
  /** A bigint as text. */
  costMicroYuan: string
  outcome: string
}

/** Whose work it is, and what all calls that made some of it took; a run in stages has several. */
function usageOf(usages: readonly UsageRow[]): Run['usage'] {
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
    costMicroYuan: summed.reduce((sum, { costMicroYuan }) => sum + BigInt(costMicroYuan), 0n),
  }
}

function runQuery(generationId: string): Prisma.Sql {
  return Prisma.sql`
    SELECT g.id, g.creation_id AS "creationId", g.user_id AS "userId", g.kind, g.yields, g.status, g.input, g.price_credits AS "priceCredits",
      g.draft_epoch AS "draftEpoch", g.draft_text AS "draftText", g.plan, g.base_version_id AS "baseVersionId",
      g.prompt_version AS "promptVersion", c.kind AS "creationKind", c.title, c.tool_key AS tool, v.id AS "versionId",
      coalesce(refund.amount, 0) AS "refundedCredits",
      EXISTS (SELECT 1 FROM webhooks w WHERE w.user_id = g.user_id AND w.is_on AND 'generation.succeeded' = ANY (w.events)) AS "isCalled",
      (SELECT coalesce(json_agg(json_build_object('modelId', u.model_id, 'alias', u.alias, 'isSandbox', u.is_sandbox, 'inputTokens', u.input_tokens,
          'outputTokens', u.output_tokens, 'costMicroYuan', u.cost_micro_yuan::text, 'outcome', u.outcome) ORDER BY u.epoch), '[]')
        FROM model_usages u WHERE u.generation_id = g.id) AS usages
    FROM generations g JOIN creations c ON c.id = g.creation_id
      LEFT JOIN creation_versions v ON v.generation_id = g.id
      LEFT JOIN credit_entries refund ON refund.idempotency_key = ${refundKey(generationId)}
    WHERE g.id = ${generationId}::uuid`
}
