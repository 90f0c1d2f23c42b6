import type { ModelAdminDto } from '@mozhou/contracts/models/answers'
import { capabilities } from '@mozhou/contracts/models/kinds'
import { vendorKeys } from '@mozhou/contracts/models/vendor-keys'
import { defineFilters, isFound, parseFilters } from '../../tables/filters.ts'
import type { Filters } from '../../tables/filters.ts'

const spec = defineFilters({
  choices: { capability: capabilities, vendor: vendorKeys, state: ['enabled', 'disabled', 'open'] },
  hasSearch: true,
})
export type ModelFilters = Filters<typeof spec>
export const parseModelFilters = (raw: Record<string, unknown>): ModelFilters => parseFilters(spec, raw)

/** The list is here whole. `open`: behind a circuit that is not closed. */
export function isModelAskedFor({ capability, vendor, state, search }: ModelFilters, model: ModelAdminDto): boolean {
  return (
    (capability === undefined || capability === model.capability) &&
    (vendor === undefined || vendor === model.vendor) &&
    (state === undefined || isInState(state, model)) &&
    isFound(search, [model.alias, model.upstreamModel])
  )
}

function isInState(state: NonNullable<ModelFilters['state']>, model: ModelAdminDto): boolean {
  if (state === 'open') return model.circuit.state !== 'closed'
  return (state === 'enabled') === model.isEnabled
}
