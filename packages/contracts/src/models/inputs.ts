import { z } from 'zod'
import { idInput } from '../ids.ts'
import { pageInput } from '../page.ts'
import { textInput, wholeCharacters } from '../text.ts'
import { instantInput } from '../time.ts'
import { authProfiles, capabilities, reasoningEfforts, samplingPolicies } from './kinds.ts'
import { vendorKeys } from './vendor-keys.ts'

export const modelParametersInput = z.object({
  temperature: z.number().min(0).max(2).nullish(),
  topP: z.number().gt(0).max(1).nullish(),
  /** Upper bound of tokens one answer may have. */
  maxOutputTokens: z.number().int().min(16).max(200_000),
  /** Off keeps cost and first-token time down where the vendor thinks by default. */
  reasoning: z.enum(reasoningEfforts).default('off'),
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

/** 1,000 yuan for one picture: as far above what any vendor asks. */
export const maxMicroYuanPerPicture = 1_000 * 1_000_000

/** Micro-yuan (1e-6 CNY) for one million tokens, and for one picture where pictures are made. */
export const modelPriceInput = z.object({
  inputMicroYuanPerMillion: microYuanPerMillion,
  outputMicroYuanPerMillion: microYuanPerMillion,
  cachedInputMicroYuanPerMillion: microYuanPerMillion.nullish(),
  pictureMicroYuan: z.number().min(0).max(maxMicroYuanPerPicture).int().nullish(),
  effectiveFrom: instantInput,
})
export type ModelPrice = z.output<typeof modelPriceInput>

/** API key alone, or Baidu's API Key and Secret Key pair. */
export const credentialsInput = z.object({
  apiKey: textInput(4, 500),
  secretKey: textInput(4, 500).optional(),
})
export type VendorCredentials = z.output<typeof credentialsInput>

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
/** A try of a model as it stands in a form: stored, or with changes that are not saved. */
export const testModelInput = updateModelInput.partial({ changes: true })
export type TestModelInput = z.output<typeof testModelInput>
export const modelIdInput = z.object({ modelId: idInput('model') })
export const listPricesInput = pageInput.extend({ modelId: idInput('model') })
export type ListPricesInput = z.output<typeof listPricesInput>
/** Models of one kind; of texts where nothing else is said. */
export const listModelsInput = z.object({ capability: z.enum(capabilities).default('text') })
export const listUsageInput = pageInput.extend({ modelId: idInput('model').optional() })
