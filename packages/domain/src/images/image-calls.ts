import { createHash } from 'node:crypto'
import type { ImageRequest, MadePicture, PictureOutcome } from '@mozhou/integrations/ai/images/port'
import { VendorError } from '@mozhou/contracts/vendor-error'
import type { ImageVendorKey } from '@mozhou/contracts/models/vendor-keys'
import { Prisma } from '@mozhou/db/client'
import { z } from 'zod'
import type { DomainContext } from '../context.ts'
import { ownDraft } from '../generations/attempt-record.ts'
import type { AttemptInput } from '../generations/fulfilment.ts'
import { AttemptSuperseded } from '../models/attempt-failure.ts'

/** A submit that has not come to its end. */
export interface OpenCall {
  id: string
  modelId: string
  state: 'submitting' | 'pending' | 'answered'
  places: number[]
  vendorTaskId: string | null
  outcomes: PictureOutcome[] | null
  sentAt: Date
}

type EndState = 'done' | 'failed' | 'cancelled' | 'unknown'

const storedOutcomes = z.array(
  z.union([
    z.object({ url: z.string(), revisedPrompt: z.string().nullable() }),
    z.object({ refused: z.literal(true) }),
  ]),
)

/** What was sent, told apart from anything else, with no word of it. */
export function hashRequest(request: ImageRequest): Uint8Array<ArrayBuffer> {
  const text = JSON.stringify(request, (_key, value: unknown) =>
    value instanceof Uint8Array ? createHash('sha256').update(value).digest('hex') : value,
  )
  return new Uint8Array(createHash('sha256').update(text).digest())
}

/** The one call of a run that is under way, whoever began it. */
export async function findOpenCall(
  ctx: Pick<DomainContext, 'prisma'>,
  generationId: string,
  vendorOf: (modelId: string) => Promise<ImageVendorKey>,
): Promise<OpenCall | null> {
  const row = await ctx.prisma.imageCall.findFirst({ where: { generationId, endedAt: null } })
  if (!row) return null
  const { id, modelId, places, vendorTaskId, sentAt } = row
  const state = row.state === 'answered' ? 'answered' : vendorTaskId === null ? 'submitting' : 'pending'
  const outcomes = row.outcomes === null ? null : readOutcomes(row.outcomes, await vendorOf(modelId))
  return { id, modelId, state, places, vendorTaskId, sentAt, outcomes }
}

function readOutcomes(stored: unknown, vendor: ImageVendorKey): PictureOutcome[] {
  return storedOutcomes
    .parse(stored)
    .map((one) =>
      'url' in one
        ? { kind: 'made', source: { url: one.url }, revisedPrompt: one.revisedPrompt }
        : { kind: 'refused', error: new VendorError('content_rejected', { vendor }) },
    )
}

/** Before anything is sent. @throws AttemptSuperseded when a newer attempt owns the run */
export async function beginCall(
  ctx: DomainContext,
  input: AttemptInput,
  call: { modelId: string; places: readonly number[]; request: ImageRequest },
): Promise<OpenCall> {
  const id = ctx.newId()
  const sentAt = ctx.clock.now()
  const places = [...call.places]
  const begun = await ctx.prisma.$executeRaw`
    INSERT INTO image_calls (id, generation_id, model_id, state, places, request_hash, sent_at)
    SELECT ${id}::uuid, g.id, ${call.modelId}::uuid, 'submitting', ${places}::int[], ${hashRequest(call.request)}, ${sentAt}
    FROM generations g WHERE ${ownDraft(input)}`
  if (begun === 0) throw new AttemptSuperseded()
  return { id, modelId: call.modelId, state: 'submitting', places, vendorTaskId: null, outcomes: null, sentAt }
}

/** The vendor has it: from here on anybody can find the pictures. */
export async function noteTask(ctx: DomainContext, call: OpenCall, taskId: string): Promise<OpenCall> {
  await ctx.prisma.imageCall.updateMany({
    where: { id: call.id, endedAt: null },
    data: { state: 'pending', vendorTaskId: taskId },
  })
  return { ...call, state: 'pending', vendorTaskId: taskId }
}

const addressOf = ({ source }: MadePicture) => ('url' in source ? source.url : null)

/** What a vendor answered at once, where it can be kept: addresses, which outlive us. Bytes are taken, or lost with us. */
export async function noteOutcomes(ctx: DomainContext, call: OpenCall, outcomes: PictureOutcome[]): Promise<void> {
  const kept = outcomes.map((one) => {
    const url = one.kind === 'made' ? addressOf(one) : null
    return one.kind === 'refused' ? { refused: true } : url === null ? null : { url, revisedPrompt: one.revisedPrompt }
  })
  const whole = kept.flatMap((one) => one ?? [])
  if (whole.length < kept.length) return
  await ctx.prisma.imageCall.updateMany({
    where: { id: call.id, endedAt: null },
    data: { state: 'answered', outcomes: whole },
  })
}

/** With the end the vendor's addresses are forgotten. */
export async function endCall(ctx: DomainContext, call: Pick<OpenCall, 'id'>, state: EndState): Promise<void> {
  await ctx.prisma.imageCall.updateMany({
    where: { id: call.id, endedAt: null },
    data: { state, endedAt: ctx.clock.now(), outcomes: Prisma.DbNull },
  })
}

/** Tasks of other runs that were sent around the same time: none of them is the one that is looked for. */
export async function knownTasks(ctx: DomainContext, call: OpenCall): Promise<string[]> {
  const around = { gte: new Date(call.sentAt.getTime() - 600_000) }
  const rows = await ctx.prisma.imageCall.findMany({
    where: { sentAt: around, vendorTaskId: { not: null }, id: { not: call.id } },
    select: { vendorTaskId: true },
    take: 5_000,
  })
  return rows.flatMap(({ vendorTaskId }) => vendorTaskId ?? [])
}
