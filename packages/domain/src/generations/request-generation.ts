import { generationPriceCredits } from '@mozhou/contracts/generations/price'
import type { Coverage, GenerationKind } from '@mozhou/contracts/generations/kinds'
import { AppError } from '@mozhou/contracts/errors'
import type { ToolKey } from '@mozhou/contracts/tools/registry'
import { Prisma } from '@mozhou/db/client'
import type { DomainContext } from '../context.ts'
import { membershipAt } from '../memberships/membership-rules.ts'
import { readPeriods } from '../memberships/read-periods.ts'
import { storableJson, storableText } from '../storable-text.ts'
import { whyNotRequestable } from './generation-rules.ts'
import { indexStatement } from '../search/index-text.ts'
import { lockUser } from '../accounts/lock-user.ts'

/** A generation as its workflow is started: ids and small values. */
export interface RequestedGeneration {
  generationId: string
  creationId: string
  ordinal: number
  userId: string
  kind: GenerationKind
  tool: ToolKey
  tier: 'member' | 'free'
  coveredBy: Coverage
  priceCredits: number
}

export interface GenerationWish {
  userId: string
  requestKey: string
  kind: GenerationKind
  tool: ToolKey
  /** Null begins a new creation. */
  creationId: string | null
  title: string
  /** Stored form; what the prompt is built from. */
  input: Record<string, unknown>
  baseVersionId: string | null
  requestedModelId: string | null
}

/**
 * Writes down what a person asked for, before anything is charged. The same request key gives the first answer again, so a double
 * click or a retry has one effect.
 * @throws AppError CREATION_BUSY, CONCURRENCY_LIMIT, FAIR_USE_LIMIT.
 */
export async function requestGeneration(ctx: DomainContext, wish: GenerationWish): Promise<RequestedGeneration> {
  const { isMember } = membershipAt(await readPeriods(ctx, wish.userId), ctx.clock.now())
  const coveredBy: Coverage = wish.kind === 'continue' ? 'continuation' : isMember ? 'membership' : 'credits'
  const ids = { creationId: wish.creationId ?? ctx.newId(), generationId: ctx.newId() }
  const now = ctx.clock.now()
  // The lock makes the counts below true for this user until commit; it is a statement of its own, so that the next one sees them.
  const [, rows] = await ctx.prisma.$transaction([
    ctx.prisma.$executeRaw(lockUser(wish.userId)),
    ctx.prisma.$queryRaw<RequestRow[]>(requestStatement(ctx, wish, ids, { coveredBy, isMember, now })),
  ])
  const row = rows[0]
  if (!row) throw new Error('request statement gave no row')
  const refusal = row.generation_id === null ? whyNotRequestable(row, ctx.settings, isMember) : null
  if (refusal) throw new AppError(refusal.code, refusal.params)
  if (row.generation_id === null || row.creation_id === null || row.ordinal === null)
    throw new AppError('CREATION_BUSY')
  return {
    generationId: row.generation_id,
    creationId: row.creation_id,
    ordinal: row.ordinal,
    userId: wish.userId,
    kind: wish.kind,
    tool: wish.tool,
    tier: isMember ? 'member' : 'free',
    coveredBy: row.covered_by,
    priceCredits: row.price_credits,
  }
}

interface RequestRow {
  generation_id: string | null
  creation_id: string | null
  ordinal: number | null
  covered_by: Coverage
  price_credits: number
  active: number
  active_here: number
  today: number
}

/** One statement: finds the request if it is a repeat, else counts and inserts when the limits allow. */
function requestStatement(
  ctx: DomainContext,
  wish: GenerationWish,
  ids: { creationId: string; generationId: string },
  terms: { coveredBy: Coverage; isMember: boolean; now: Date },
): Prisma.Sql {
  const { concurrencyLimit, memberDailyLimit } = ctx.settings
  const limit = terms.isMember ? concurrencyLimit.member : concurrencyLimit.free
  const dailyLimit = terms.isMember ? memberDailyLimit : 2_147_483_647
  const price = terms.coveredBy === 'credits' ? generationPriceCredits : 0
  const dayAgo = new Date(terms.now.getTime() - 86_400_000)
  const isNew = wish.creationId === null
  return Prisma.sql`
    WITH present AS (
      SELECT id, creation_id, ordinal, covered_by, price_credits FROM generations
      WHERE user_id = ${wish.userId}::uuid AND request_key = ${wish.requestKey}::uuid
    ), counts AS (
      SELECT count(*) FILTER (WHERE status IN ('requested', 'accepted', 'running'))::int AS active,
        count(*) FILTER (WHERE status IN ('requested', 'accepted', 'running') AND creation_id = ${ids.creationId}::uuid)::int AS active_here,
        count(*) FILTER (WHERE status <> 'refused')::int AS today
      FROM generations WHERE user_id = ${wish.userId}::uuid AND created_at > ${dayAgo}
    ), allowed AS (
      SELECT 1 FROM counts WHERE active < ${limit} AND active_here = 0 AND today < ${dailyLimit} AND NOT EXISTS (SELECT 1 FROM present)
    ), creation AS (
      INSERT INTO creations (id, user_id, kind, tool_key, title, status, created_at, updated_at)
      SELECT ${ids.creationId}::uuid, ${wish.userId}::uuid, 'writing', ${wish.tool}, ${storableText(wish.title)}, 'draft', ${terms.now}, ${terms.now}
      FROM allowed WHERE ${isNew}
      RETURNING id
    ), indexed AS (${indexStatement({ ...wish, ...ids, result: {} }, Prisma.sql`creation`)}), generation AS (
      INSERT INTO generations (id, creation_id, user_id, ordinal, kind, status, request_key, input, base_version_id,
        requested_model_id, covered_by, price_credits, created_at)
      SELECT ${ids.generationId}::uuid, ${ids.creationId}::uuid, ${wish.userId}::uuid,
        1 + coalesce((SELECT max(ordinal) FROM generations WHERE creation_id = ${ids.creationId}::uuid), 0),
        ${wish.kind}, 'requested', ${wish.requestKey}::uuid, ${storableJson(wish.input)}::jsonb, ${wish.baseVersionId}::uuid,
        ${wish.requestedModelId}::uuid, ${terms.coveredBy}, ${price}, ${terms.now}
      FROM allowed
      RETURNING id, creation_id, ordinal, covered_by, price_credits
    ), answer AS (SELECT * FROM present UNION ALL SELECT * FROM generation)
    SELECT answer.id AS generation_id, answer.creation_id, answer.ordinal,
      coalesce(answer.covered_by, ${terms.coveredBy}) AS covered_by, coalesce(answer.price_credits, ${price}) AS price_credits,
      counts.active, counts.active_here, counts.today
    FROM counts LEFT JOIN answer ON true`
}
