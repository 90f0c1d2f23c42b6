import { formatId } from '@mozhou/contracts/ids'
import type { ModelAdminDto } from '@mozhou/contracts/models/answers'
import { retirementOf } from '@mozhou/contracts/models/retired-models'
import type { DomainContext } from '../context.ts'
import { catalogueSelect, toCatalogueModel, toModelOption } from './catalogue.ts'
import { circuitOf, readCircuit } from './circuit.ts'
import { toPriceOrNull } from './open-target.ts'

export const adminSelect = {
  ...catalogueSelect,
  credentials: true,
  credentialsKeyId: true,
  credentialsLast4: true,
  updatedAt: true,
  prices: { orderBy: { effectiveFrom: 'desc' } },
} as const

type AdminRow = Parameters<typeof toCatalogueModel>[0] & {
  credentials: Uint8Array
  credentialsKeyId: string
  credentialsLast4: string
  updatedAt: Date
  prices: NonNullable<Parameters<typeof toPriceOrNull>[0]>[]
}

/** A model as operators see it. The key stays sealed: only its last four characters, stored apart, are shown. */
export async function toModelAdminDto(ctx: DomainContext, row: AdminRow): Promise<ModelAdminDto> {
  const model = toCatalogueModel(row)
  const now = ctx.clock.now()
  const ahead = row.prices.filter((price) => price.effectiveFrom > now)
  return {
    ...toModelOption(model),
    upstreamModel: model.upstreamModel,
    baseUrl: model.baseUrl,
    authProfile: model.authProfile,
    parameters: model.parameters,
    limits: model.limits,
    price: toPriceOrNull(row.prices[ahead.length]),
    nextPrice: toPriceOrNull(ahead.at(-1)),
    retirement: retirementOf(model.vendor, model.upstreamModel),
    priority: model.priority,
    isEnabled: model.isEnabled,
    replacementId: model.replacementId === null ? null : formatId('model', model.replacementId),
    credentialsLast4: row.credentialsLast4,
    credentialsKeyId: row.credentialsKeyId,
    circuit: await readCircuit(ctx, circuitOf(row)),
    updatedAt: row.updatedAt.toISOString(),
  }
}
