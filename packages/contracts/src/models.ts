import { z } from 'zod'
import type { FailureKind } from './failures.ts'
import { idInput } from './ids.ts'
import { pageInput } from './page.ts'
import type { Retirement } from './retired-models.ts'
import { textInput, wholeCharacters } from './text.ts'
import { instantInput } from './time.ts'
import { vendorKeys } from './vendor-keys.ts'
import type { VendorKey } from './vendor-keys.ts'

export { vendorKeys }
export type { VendorKey }

export const capabilities = ['text'] as const
export type Capability = (typeof capabilities)[number]

/** Whether a model lets the caller set temperature and the like. */
export const samplingPolicies = ['allowed', 'only_without_reasoning', 'forbidden'] as const
export type SamplingPolicy = (typeof samplingPolicies)[number]

export const modelParametersInput = z.object({
  temperature: z.number().min(0).max(2).nullish(),
  topP: z.number().gt(0).max(1).nullish(),
  /** Upper bound of tokens one answer may have. */
  maxOutputTokens: z.number().int().min(16).max(200_000),
  /** Off keeps cost and first-token time down where the vendor thinks by default. */
  reasoning: z.enum(['off', 'low', 'high']).default('off'),
  sampling: z.enum(samplingPolicies).default('allowed'),
})
export type ModelParameters = z.output<typeof modelParametersInput>

export const modelLimitsInput = z.object({
  /** Tokens of prompt and answer together. */
  contextTokens: z.number().int().min(1_000).max(10_000_000),
  requestsPerMinute: z.number().int().min(1).max(100_000).nullish(),
  firstTokenTimeoutMs: z.number().int().min(500).max(300_000).default(30_000),
  /** Longest silence between two chunks once text flows. */
  idleTimeoutMs: z.number().int().min(500).max(300_000).default(30_000),
})
export type ModelLimits = z.output<typeof modelLimitsInput>

/** 100,000 yuan, far above what any vendor asks: an amount entered in another unit is refused before calls are counted by it. */
export const maxMicroYuanPerMillion = 100_000 * 1_000_000
// The bounds first: `int` has a bound of its own, which nobody could make sense of.
const microYuanPerMillion = z.number().min(0).max(maxMicroYuanPerMillion).int()

/** Micro-yuan (1e-6 CNY) for one million tokens. */
export const modelPriceInput = z.object({
  inputMicroYuanPerMillion: microYuanPerMillion,
  outputMicroYuanPerMillion: microYuanPerMillion,
  cachedInputMicroYuanPerMillion: microYuanPerMillion.nullish(),
  effectiveFrom: instantInput,
})
export type ModelPrice = z.output<typeof modelPriceInput>

/** API key alone, or Baidu's API Key and Secret Key pair. */
export const credentialsInput = z.object({
  apiKey: textInput(4, 500),
  secretKey: textInput(4, 500).optional(),
})
export type VendorCredentials = z.output<typeof credentialsInput>

/** `running` until the attempt reports; `lost` when its worker died and a later attempt took over. */
export const attemptOutcomes = ['running', 'succeeded', 'failed', 'stopped', 'lost'] as const
export type AttemptOutcome = (typeof attemptOutcomes)[number]

/** How credentials travel; each vendor names those it knows. */
export const authProfiles = ['bearer', 'x_api_key', 'signed_jwt', 'access_key_pair'] as const
export type AuthProfile = (typeof authProfiles)[number]

const modelFields = {
  vendor: z.enum(vendorKeys),
  capability: z.enum(capabilities),
  alias: textInput(1, 60),
  upstreamModel: textInput(1, 120),
  baseUrl: z
    .url({ protocol: /^https?$/ })
    .max(300)
    .refine(...wholeCharacters),
  authProfile: z.enum(authProfiles),
  parameters: modelParametersInput,
  limits: modelLimitsInput,
  priority: z.number().int().min(0).max(10_000),
  isMembersOnly: z.boolean(),
  isEnabled: z.boolean(),
  shutdownAt: instantInput.nullish(),
  replacementId: idInput('model').nullish(),
}
/** Only for a new model: a default in a partial change would undo what the row says. */
const defaults = {
  capability: modelFields.capability.default('text'),
  authProfile: modelFields.authProfile.default('bearer'),
  priority: modelFields.priority.default(100),
  isMembersOnly: modelFields.isMembersOnly.default(false),
  isEnabled: modelFields.isEnabled.default(true),
}
export const createModelInput = z.object({
  ...modelFields,
  ...defaults,
  price: modelPriceInput,
  credentials: credentialsInput,
})
export type CreateModelInput = z.output<typeof createModelInput>
export const updateModelInput = z.object({
  modelId: idInput('model'),
  changes: z.object({ ...modelFields, price: modelPriceInput, credentials: credentialsInput }).partial(),
})
export type UpdateModelInput = z.output<typeof updateModelInput>
export const modelIdInput = z.object({ modelId: idInput('model') })
export const listPricesInput = pageInput.extend({ modelId: idInput('model') })
export type ListPricesInput = z.output<typeof listPricesInput>
export const listUsageInput = pageInput.extend({ modelId: idInput('model').optional() })

/** What a creator sees in the model picker. */
export interface ModelOptionDto {
  id: string
  alias: string
  vendor: VendorKey
  isDefault: boolean
  isMembersOnly: boolean
  /** Points to the sandbox: text is a sample, and the app says so. */
  isSandbox: boolean
  contextTokens: number
  /** ISO date after which the vendor stops serving it. */
  shutdownAt: string | null
}

export interface ModelAdminDto extends ModelOptionDto {
  capability: Capability
  upstreamModel: string
  baseUrl: string
  authProfile: AuthProfile
  parameters: ModelParameters
  limits: ModelLimits
  price: ModelPrice | null
  /** The nearest price that has not taken effect yet. */
  nextPrice: ModelPrice | null
  /** What the vendor has said about the end of the upstream id; null when nothing is known. */
  retirement: Retirement | null
  priority: number
  isEnabled: boolean
  replacementId: string | null
  /** Last four characters of the key; the key itself is never returned. */
  credentialsLast4: string
  credentialsKeyId: string
  circuit: CircuitDto
  updatedAt: string
}

const priceStates = ['coming', 'current', 'past'] as const
export type PriceState = (typeof priceStates)[number]

/** One of the prices that a model has had, has or will have. */
export interface ModelPriceDto extends ModelPrice {
  state: PriceState
  /** When the next price begins, or began; null while none is known. */
  effectiveUntil: string | null
}

export interface CircuitDto {
  state: 'closed' | 'open' | 'half_open'
  failures: number
  calls: number
  /** ISO; when an open circuit lets a probe through. */
  retryAt: string | null
}

/** One call that an operator made for a try. */
export interface TrialDto {
  isOk: boolean
  text: string
  /** Ended at the limit of tokens, not by itself. */
  isCut: boolean
  latencyMs: number
  firstTokenMs: number | null
  inputTokens: number
  outputTokens: number
  isEstimated: boolean
  costMicroYuan: number
  failureKind: FailureKind | null
  vendorCode: string | null
}

/** What a call was made for: a person's text, or an operator's try, which belongs to nobody. */
export const usagePurposes = ['generation', 'model_test', 'prompt_test'] as const
export type UsagePurpose = (typeof usagePurposes)[number]

export interface UsageRowDto {
  id: string
  purpose: UsagePurpose
  tool: string | null
  userId: string | null
  model: string
  vendor: VendorKey
  outcome: AttemptOutcome
  failureKind: FailureKind | null
  inputTokens: number
  outputTokens: number
  isEstimated: boolean
  costMicroYuan: number
  firstTokenMs: number | null
  latencyMs: number
  createdAt: string
}
