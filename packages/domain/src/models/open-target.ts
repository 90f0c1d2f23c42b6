import { AppError } from '@mozhou/contracts/errors'
import { credentialsInput } from '@mozhou/contracts/models/inputs'
import type { ModelPrice } from '@mozhou/contracts/models/inputs'
import type { TextTarget } from '@mozhou/integrations/ai/port'
import type { DomainContext } from '../context.ts'
import { isPrivateNetwork } from './address-rules.ts'
import { catalogueSelect, toCatalogueModel } from './catalogue.ts'
import type { CatalogueModel } from './catalogue.ts'
import { circuitOf } from './circuit.ts'
import type { Circuit } from './circuit.ts'

export interface OpenedTarget {
  model: CatalogueModel
  target: TextTarget
  /** Price in force now; null when none is known, which costs 0. */
  price: ModelPrice | null
  circuit: Circuit
}

/** Reads one model with its key opened, for the attempt that is about to call it. @throws AppError MODEL_NOT_FOUND, CREDENTIALS_UNREADABLE. */
export async function openTarget(ctx: DomainContext, modelId: string): Promise<OpenedTarget> {
  const row = await ctx.prisma.aiModel.findUnique({
    where: { id: modelId, deletedAt: null },
    select: { ...catalogueSelect, credentials: true, credentialsKeyId: true, prices: pricesNow(ctx.clock.now()) },
  })
  if (!row) throw new AppError('MODEL_NOT_FOUND')
  const model = toCatalogueModel(row)
  const credentials = credentialsInput.parse(
    JSON.parse(ctx.secrets.open(row.credentials, row.credentialsKeyId, row.id)),
  )
  const { vendor, upstreamModel, baseUrl, authProfile, parameters, limits } = model
  return {
    model,
    target: {
      vendor,
      upstreamModel,
      baseUrl,
      authProfile,
      credentials,
      parameters,
      limits,
      network: isPrivateNetwork(ctx, baseUrl) ? 'private' : 'public',
    },
    price: toPriceOrNull(row.prices[0]),
    circuit: circuitOf(row),
  }
}

/** The newest price that has taken effect. */
function pricesNow(now: Date) {
  return { where: { effectiveFrom: { lte: now } }, orderBy: { effectiveFrom: 'desc' }, take: 1 } as const
}

interface PriceRow {
  effectiveFrom: Date
  inputMicroYuanPerMillion: bigint
  outputMicroYuanPerMillion: bigint
  cachedInputMicroYuanPerMillion: bigint | null
}

export function toPriceOrNull(row: PriceRow | undefined): ModelPrice | null {
  return row ? toPrice(row) : null
}

export function toPrice(row: PriceRow): ModelPrice {
  return {
    inputMicroYuanPerMillion: Number(row.inputMicroYuanPerMillion),
    outputMicroYuanPerMillion: Number(row.outputMicroYuanPerMillion),
    cachedInputMicroYuanPerMillion:
      row.cachedInputMicroYuanPerMillion === null ? null : Number(row.cachedInputMicroYuanPerMillion),
    effectiveFrom: row.effectiveFrom.toISOString(),
  }
}
