import { randomUUID } from 'node:crypto'
import { AppError, isErrorCode } from '@mozhou/contracts/errors'
import { settledRefusals } from '@mozhou/domain/generations/accept-generation'
import { claimRequest } from '@mozhou/domain/requests/claim-request'
import { keepAnswer } from '@mozhou/domain/requests/keep-answer'
import { releaseRequest } from '@mozhou/domain/requests/release-request'
import type { Request, Response } from 'express'
import { z } from 'zod'
import type { Context } from '../context.ts'
import { requireCaller } from '../require-caller.ts'
import type { RestRoute } from './rest-route.ts'
import { keyHeader } from './sent-name.ts'

type Input = Record<string, unknown>
type Answer = Input

/**
 * Runs a procedure that charges or copies under the caller's Idempotency-Key
 * (https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/), or under a fresh request key where there is none.
 * A repeat gets the first answer again, and is told so. The claim is made after the caller is known, counted and the input fits, and let go when
 * the procedure finds the input wrong, so that the corrected one may use the same key.
 * @throws AppError IDEMPOTENCY_KEY_REUSED, VALIDATION_FAILED for a header that cannot be a key
 */
export async function withRequestKey(
  call: { ctx: Context; route: RestRoute; req: Request; res: Response; input: Input },
  run: (input: Input) => Promise<unknown>,
): Promise<unknown> {
  const { ctx, route, input } = call
  const idempotencyKey = readKey(call.req)
  const fresh = { ...input, requestKey: randomUUID() }
  if (idempotencyKey === null) return run(fresh)
  const { user } = await requireCaller(ctx, route.meta.scope)
  const parsed = route.input.safeParse(fresh)
  // The procedure says what is wrong with it.
  if (!parsed.success || ctx.inputRefusal) return run(fresh)
  const claim = { userId: user.id, idempotencyKey, procedure: route.procedure, input: askedFor(parsed.data) }
  const { requestKey, answer } = await claimRequest(ctx.domain, claim)
  if (answer !== null) return replayed(call.res, answer)
  const owner = { userId: user.id, requestKey }
  try {
    const first = (await run({ ...input, requestKey })) as Answer
    // Of many at once one was the first; the others were answered with what it made.
    if (!(await keepAnswer(ctx.domain, { ...owner, answer: first }))) tellReplayed(call.res)
    return first
  } catch (cause) {
    const refusal = refusalOf(cause)
    if (refusal?.code === 'VALIDATION_FAILED') await releaseRequest(ctx.domain, owner)
    if (refusal && settledRefusals.has(refusal.code)) {
      const { code, params } = refusal
      if (!(await keepAnswer(ctx.domain, { ...owner, answer: { refused: { code, params } } }))) tellReplayed(call.res)
    }
    throw cause
  }
}

function tellReplayed(res: Response): void {
  res.setHeader('idempotent-replayed', 'true')
}

/** @throws AppError the refusal that the first request was answered with */
function replayed(res: Response, answer: Answer): Answer {
  tellReplayed(res)
  const refusal = keptRefusal.safeParse(answer).data?.refused
  if (refusal && isErrorCode(refusal.code)) throw new AppError(refusal.code, refusal.params)
  return answer
}

const keptRefusal = z.object({
  refused: z.object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) }),
})

/** What the caller sends so that a repeat has no effect of its own; null without one. @throws AppError VALIDATION_FAILED */
export function readKey(req: Request): string | null {
  const key = req.get('idempotency-key')
  if (key === undefined) return null
  if (/^[\u0020-\u007e\u00a0-\u00ff]{1,255}$/.test(key)) return key
  throw new AppError('VALIDATION_FAILED', { field: keyHeader, rule: 'printable' })
}

/** What it may cost is no part of what is asked for: a press that was refused for its price is the same one at another. */
function askedFor(input: Input): Input {
  const { requestKey: _, mostCredits: __, ...rest } = input
  return rest
}

function refusalOf(cause: unknown): AppError | null {
  const error = cause instanceof Error && cause.cause instanceof AppError ? cause.cause : cause
  return error instanceof AppError ? error : null
}
