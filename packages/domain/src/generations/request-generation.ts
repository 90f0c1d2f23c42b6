import { generationYields } from '@mozhou/contracts/generations/kinds'
import type { Coverage, GenerationKind } from '@mozhou/contracts/generations/kinds'
import { AppError } from '@mozhou/contracts/errors'
import { Prisma } from '@mozhou/db/client'
import { getMembership } from '../memberships/get-membership.ts'
import { assertModelAllowed } from '../models/assert-model-allowed.ts'
import { storableJson, storableText } from '../storable-text.ts'
import { hasRoom, storedCounts } from '../stored-caps.ts'
import { limitsOf, whyNotRequestable } from './generation-rules.ts'
import type { PersonLimits, RequestCounts } from './generation-rules.ts'
import { indexStatement, searchedText } from '../search/index-text.ts'
import { inActive } from './active-generation.ts'
import { fulfilmentOf } from './fulfilment.ts'
import type { GenerationsContext } from './fulfilment.ts'
import { lockUser } from '../accounts/lock-user.ts'
import { fingerprintOf } from '../requests/request-key.ts'
import { storedCoverage } from '../stored-columns.ts'
import { storedTier } from './stored-tier.ts'
import type { Tier } from './stored-tier.ts'

/** A generation as its workflow is started: ids and small values. */
export interface RequestedGeneration {
  generationId: string
  creationId: string
  ordinal: number
  userId: string
  bizType: string
  /** What operators read of it, e.g. `公众号文章 · 重新生成`. */
  label: string
  tier: Tier
  coveredBy: Coverage
  priceCredits: number
}

/** One press of a button. */
export interface Press {
  /** Made by the client; the same key is the same press. */
  requestKey: string
  /** What was asked with it, so that the key is not taken for another press. */
  fingerprint: Uint8Array<ArrayBuffer>
  /** What the person was told that it costs; it is not begun for more. Left out: whatever it costs. */
  mostCredits?: number | null | undefined
}

/** The press that an operation's input is. What it may cost is no part of what is asked: a repeat finds the first answer, whatever it was told since. */
export function pressOf(input: { requestKey: string; userId: string; mostCredits?: number | null | undefined }): Press {
  const { requestKey, userId: _, mostCredits, ...asked } = input
  return { requestKey, fingerprint: fingerprintOf('generation', asked), mostCredits }
}

export interface GenerationRequest {
  userId: string
  press: Press
  /** One that `fulfilments` holds. */
  creationKind: string
  kind: GenerationKind
  tool: string
  /** Null begins a new creation. */
  creationId: string | null
  title: string
  /** Stored form; what the prompt is built from. */
  input: Record<string, unknown>
  baseVersionId: string | null
  /** The model that this press names; checked against the person. */
  pickedModelId: string | null
  /** The model that the creation was made with, where this press names none. */
  usualModelId: string | null
}

/**
 * Writes down what a person asked for, before anything is charged. The same request key gives the first answer again, so a double
 * click or a retry has one effect.
 * @throws AppError MODEL_NOT_FOUND, MODEL_MEMBERS_ONLY, CREATION_BUSY, CREATIONS_LIMIT, VERSIONS_LIMIT, STORED_TEXT_LIMIT, CONCURRENCY_LIMIT, FAIR_USE_LIMIT,
 *   IDEMPOTENCY_KEY_REUSED for another kind, work or input, PRICE_CHANGED when it costs more than `mostCredits`
 */
export async function requestGeneration(
  ctx: GenerationsContext,
  request: GenerationRequest,
): Promise<RequestedGeneration> {
  const { isMember, benefits } = await getMembership(ctx, request.userId)
  const membersModels = benefits?.membersModels ?? false
  await assertModelAllowed(ctx, request.pickedModelId, membersModels)
  const fulfilment = fulfilmentOf(ctx, request.creationKind)
  const price = fulfilment.priceOf(request)
  const coveredBy: Coverage = price.isPaidFor ? 'continuation' : isMember ? 'membership' : 'credits'
  const tier: Tier = benefits?.firstInQueue === true ? 'member' : 'free'
  const limits = limitsOf(benefits, ctx.settings)
  const charged = coveredBy === 'credits' ? price.credits : 0
  const isAsTold = charged <= (request.press.mostCredits ?? charged)
  const terms = { coveredBy, tier, membersModels, limits, price: charged, isAsTold, now: ctx.clock.now() }
  const ids = { creationId: request.creationId ?? ctx.newId(), generationId: ctx.newId() }
  // The lock makes the counts below true for this user until commit; it is a statement of its own, so that the next one sees them.
  const [, rows] = await ctx.prisma.$transaction([
    ctx.prisma.$executeRaw(lockUser(request.userId)),
    ctx.prisma.$queryRaw<RequestRow[]>(requestStatement(ctx, request, ids, terms)),
  ])
  const row = rows[0]
  if (!row) throw new Error('request statement gave no row')
  if (row.is_reused === true) throw new AppError('IDEMPOTENCY_KEY_REUSED')
  if (row.generation_id === null && !isAsTold) throw new AppError('PRICE_CHANGED', { credits: charged })
  const refusal = row.generation_id === null ? whyNotRequestable(row, ctx.settings.caps, limits) : null
  if (refusal) throw new AppError(refusal.code, refusal.params)
  if (row.generation_id === null || row.creation_id === null || row.ordinal === null)
    throw new AppError('CREATION_BUSY')
  return {
    generationId: row.generation_id,
    creationId: row.creation_id,
    ordinal: row.ordinal,
    userId: request.userId,
    bizType: fulfilment.bizType,
    label: fulfilment.label(request),
    tier: storedTier(row.tier),
    coveredBy: storedCoverage(row.covered_by),
    priceCredits: row.price_credits,
  }
}

interface RequestRow extends RequestCounts {
  generation_id: string | null
  creation_id: string | null
  ordinal: number | null
  /** The key belongs to another press. */
  is_reused: boolean | null
  covered_by: string
  price_credits: number
  tier: string
}

/** One statement: finds the request if it is a repeat, else counts and inserts when the limits allow. */
function requestStatement(
  ctx: GenerationsContext,
  request: GenerationRequest,
  ids: { creationId: string; generationId: string },
  terms: {
    coveredBy: Coverage
    tier: Tier
    membersModels: boolean
    limits: PersonLimits
    price: number
    isAsTold: boolean
    now: Date
  },
): Prisma.Sql {
  const { caps } = ctx.settings
  const { concurrency, dailyLimit } = terms.limits
  const dayAgo = new Date(terms.now.getTime() - 86_400_000)
  const isNew = request.creationId === null
  const { requestKey, fingerprint } = request.press
  return Prisma.sql`
    WITH present AS (
      SELECT id, creation_id, ordinal, covered_by, price_credits, tier,
        kind <> ${request.kind} OR request_fingerprint <> ${fingerprint} AS is_reused
      FROM generations WHERE user_id = ${request.userId}::uuid AND request_key = ${requestKey}::uuid
    ), counts AS (
      SELECT count(*) FILTER (WHERE ${inActive})::int AS active,
        count(*) FILTER (WHERE ${inActive} AND creation_id = ${ids.creationId}::uuid)::int AS active_here,
        count(*) FILTER (WHERE status <> 'refused')::int AS today,
        ceil(extract(epoch FROM min(created_at) FILTER (WHERE status <> 'refused') - ${dayAgo}::timestamptz))::int AS frees_in_seconds
      FROM generations WHERE user_id = ${request.userId}::uuid AND created_at > ${dayAgo}
    ), stored AS (${storedCounts(caps, request)}), allowed AS (
      SELECT 1 FROM counts, stored
      WHERE ${terms.isAsTold} AND active < ${concurrency} AND active_here = 0 AND today < ${dailyLimit ?? 2_147_483_647} AND ${hasRoom(caps)} AND NOT EXISTS (SELECT 1 FROM present)
    ), creation AS (
      INSERT INTO creations (id, user_id, kind, tool_key, title, status, created_at, updated_at)
      SELECT ${ids.creationId}::uuid, ${request.userId}::uuid, ${request.creationKind}, ${request.tool}, ${storableText(request.title)}, 'draft', ${terms.now}, ${terms.now}
      FROM allowed WHERE ${isNew}
      RETURNING id
    ), indexed AS (${indexStatement({ ...request, ...ids, searched: searchedText(request.title, {}) }, Prisma.sql`creation`)}), generation AS (
      INSERT INTO generations (id, creation_id, user_id, ordinal, kind, yields, tier, members_models, status, request_key, request_fingerprint, input, base_version_id,
        requested_model_id, covered_by, price_credits, created_at)
      SELECT ${ids.generationId}::uuid, ${ids.creationId}::uuid, ${request.userId}::uuid,
        1 + coalesce((SELECT max(ordinal) FROM generations WHERE creation_id = ${ids.creationId}::uuid), 0),
        ${request.kind}, ${generationYields[request.kind]}, ${terms.tier}, ${terms.membersModels}, 'requested', ${requestKey}::uuid, ${fingerprint}, ${storableJson(request.input)}::jsonb, ${request.baseVersionId}::uuid,
        ${request.pickedModelId ?? request.usualModelId}::uuid, ${terms.coveredBy}, ${terms.price}, ${terms.now}
      FROM allowed
      RETURNING id, creation_id, ordinal, covered_by, price_credits, tier, false AS is_reused
    ), answer AS (SELECT * FROM present UNION ALL SELECT * FROM generation)
    SELECT answer.id AS generation_id, answer.creation_id, answer.ordinal, answer.is_reused,
      coalesce(answer.covered_by, ${terms.coveredBy}) AS covered_by, coalesce(answer.price_credits, ${terms.price}) AS price_credits,
      coalesce(answer.tier, ${terms.tier}) AS tier,
      counts.active, counts.active_here, counts.today, counts.frees_in_seconds, stored.creations, stored.versions, stored.text_bytes
    FROM counts CROSS JOIN stored LEFT JOIN answer ON true`
}
