import { z } from 'zod'
import { idAnswer } from '../ids.ts'
import type { CircuitDto, ModelAdminDto, ModelOptionDto, ModelPrice } from '../models.ts'
import { authProfiles, capabilities, samplingPolicies, vendorKeys } from '../models.ts'
import type { Retirement } from '../retired-models.ts'
import type { ModelStatsDto } from '../usage.ts'
import { answer, instantAnswer } from './answer.ts'

const count = z.number().int()

const modelOptionFields = {
  id: idAnswer('model'),
  alias: z.string(),
  vendor: z.enum(vendorKeys),
  isDefault: z.boolean(),
  isMembersOnly: z.boolean(),
  isSandbox: z.boolean(),
  contextTokens: count,
  shutdownAt: instantAnswer.nullable(),
}
export const modelOptionAnswer = answer<ModelOptionDto>()(z.object(modelOptionFields).meta({ id: 'ModelOption' }))

const circuitAnswer = answer<CircuitDto>()(
  z
    .object({
      state: z.enum(['closed', 'open', 'half_open']),
      failures: count,
      calls: count,
      retryAt: instantAnswer.nullable(),
    })
    .meta({ id: 'Circuit' }),
)

const modelPriceAnswer = answer<ModelPrice>()(
  z
    .object({
      inputMicroYuanPerMillion: count,
      outputMicroYuanPerMillion: count,
      cachedInputMicroYuanPerMillion: count.nullish(),
      effectiveFrom: z.string(),
    })
    .meta({ id: 'ModelPrice' }),
)

const retirementAnswer = answer<Retirement>()(
  z
    .object({ retiredOn: z.string().nullable(), replacements: z.array(z.string()).readonly(), source: z.string() })
    .meta({ id: 'Retirement' }),
)

export const modelAdminAnswer = answer<ModelAdminDto>()(
  z
    .object({
      ...modelOptionFields,
      capability: z.enum(capabilities),
      upstreamModel: z.string(),
      baseUrl: z.string(),
      authProfile: z.enum(authProfiles),
      parameters: z.object({
        temperature: z.number().nullish(),
        topP: z.number().nullish(),
        maxOutputTokens: count,
        reasoning: z.enum(['off', 'low', 'high']),
        sampling: z.enum(samplingPolicies),
      }),
      limits: z.object({
        contextTokens: count,
        requestsPerMinute: count.nullish(),
        firstTokenTimeoutMs: count,
        idleTimeoutMs: count,
      }),
      price: modelPriceAnswer.nullable(),
      nextPrice: modelPriceAnswer.nullable(),
      retirement: retirementAnswer.nullable(),
      priority: count,
      isEnabled: z.boolean(),
      replacementId: z.string().nullable(),
      credentialsLast4: z.string(),
      credentialsKeyId: z.string(),
      circuit: circuitAnswer,
      updatedAt: instantAnswer,
    })
    .meta({ id: 'Model' }),
)

const figures = {
  calls: count,
  errors: count,
  inputTokens: count,
  outputTokens: count,
  costMicroYuan: count,
  latencyP50Ms: z.number().nullable(),
  latencyP95Ms: z.number().nullable(),
  firstTokenP50Ms: z.number().nullable(),
  firstTokenP95Ms: z.number().nullable(),
}

export const modelStatsAnswer = answer<ModelStatsDto>()(
  z
    .object({
      asOf: instantAnswer,
      from: z.string(),
      to: z.string(),
      modelId: idAnswer('model'),
      total: z.object(figures),
      byDay: z.array(z.object({ ...figures, key: z.string(), label: z.string() })),
    })
    .meta({ id: 'ModelStats' }),
)
