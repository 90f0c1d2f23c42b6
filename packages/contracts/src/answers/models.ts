import { z } from 'zod'
import { idAnswer } from '../ids.ts'
import type { CircuitDto, ModelAdminDto, ModelOptionDto, ModelPrice } from '../models.ts'
import { authProfiles, capabilities, samplingPolicies, vendorKeys } from '../models.ts'
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
