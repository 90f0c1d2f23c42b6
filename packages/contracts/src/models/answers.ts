import { z } from 'zod'
import { countAnswer, instantAnswer } from '../answers.ts'
import { failureKinds } from '../failures.ts'
import { idAnswer } from '../ids.ts'
import { attemptOutcomes, authProfiles, capabilities, priceStates, reasoningEfforts } from './kinds.ts'
import { samplingPolicies, usagePurposes } from './kinds.ts'
import { pictureTypes } from './image-kinds.ts'
import { imageAbilitiesAnswer } from './image-answers.ts'
import { vendorKeys } from './vendor-keys.ts'

const modelOptionFields = {
  id: idAnswer('model'),
  alias: z.string(),
  vendor: z.enum(vendorKeys),
  isDefault: z.boolean(),
  isMembersOnly: z.boolean(),
  /** Points to the sandbox: text is a sample, and the app says so. */
  isSandbox: z.boolean(),
  contextTokens: countAnswer,
  capability: z.enum(capabilities),
  /** What it can do with pictures, and within which limits; null for texts. */
  abilities: imageAbilitiesAnswer.nullable(),
  /** Date after which the vendor stops serving it. */
  shutdownAt: instantAnswer.nullable(),
}
/** What a creator sees in the model picker. */
export const modelOptionAnswer = z.object(modelOptionFields).meta({ id: 'ModelOption' })
export type ModelOptionDto = z.output<typeof modelOptionAnswer>

const circuitAnswer = z
  .object({
    state: z.enum(['closed', 'open', 'half_open']),
    failures: countAnswer,
    calls: countAnswer,
    /** When an open circuit lets a probe through. */
    retryAt: instantAnswer.nullable(),
  })
  .meta({ id: 'Circuit' })
export type CircuitDto = z.output<typeof circuitAnswer>

const priceFields = {
  inputMicroYuanPerMillion: countAnswer,
  outputMicroYuanPerMillion: countAnswer,
  cachedInputMicroYuanPerMillion: countAnswer.nullish(),
  /** For one picture; null where none are made. */
  pictureMicroYuan: countAnswer.nullish(),
  effectiveFrom: z.string(),
}
const priceAnswer = z.object(priceFields).meta({ id: 'ModelPrice' })

/** One of the prices that a model has had, has or will have. */
const modelPriceAnswer = z.object({
  ...priceFields,
  state: z.enum(priceStates),
  /** When the next price begins, or began; null while none is known. */
  effectiveUntil: z.string().nullable(),
})
export type ModelPriceDto = z.output<typeof modelPriceAnswer>

/** What a vendor has said about the end of one of its ids. */
const retirementAnswer = z
  .object({
    /** `YYYY-MM-DD`; null where the vendor named no day and the id is gone. May lie ahead. */
    retiredOn: z.string().nullable(),
    /** Live ids that took its place on 2026-11-22, best first. */
    replacements: z.array(z.string()).readonly(),
    /** The page or package that says so. */
    source: z.string(),
  })
  .meta({ id: 'Retirement' })
export type Retirement = z.output<typeof retirementAnswer>

export const modelAdminAnswer = z
  .object({
    ...modelOptionFields,
    upstreamModel: z.string(),
    baseUrl: z.string(),
    authProfile: z.enum(authProfiles),
    parameters: z.object({
      temperature: z.number().nullish(),
      topP: z.number().nullish(),
      maxOutputTokens: countAnswer,
      reasoning: z.enum(reasoningEfforts),
      sampling: z.enum(samplingPolicies),
    }),
    limits: z.object({
      contextTokens: countAnswer,
      requestsPerMinute: countAnswer.nullish(),
      firstTokenTimeoutMs: countAnswer,
      idleTimeoutMs: countAnswer,
    }),
    price: priceAnswer.nullable(),
    /** The nearest price that has not taken effect yet. */
    nextPrice: priceAnswer.nullable(),
    /** What the vendor has said about the end of the upstream id; null when nothing is known. */
    retirement: retirementAnswer.nullable(),
    priority: countAnswer,
    isEnabled: z.boolean(),
    replacementId: z.string().nullable(),
    /** Last four characters of the key; the key itself is never returned. */
    credentialsLast4: z.string(),
    credentialsKeyId: z.string(),
    circuit: circuitAnswer,
    updatedAt: instantAnswer,
  })
  .meta({ id: 'Model' })
export type ModelAdminDto = z.output<typeof modelAdminAnswer>

/** One call that an operator made for a try. */
export const trialAnswer = z.object({
  isOk: z.boolean(),
  text: z.string(),
  /** Ended at the limit of tokens, not by itself. */
  isCut: z.boolean(),
  latencyMs: countAnswer,
  firstTokenMs: countAnswer.nullable(),
  inputTokens: countAnswer,
  outputTokens: countAnswer,
  isEstimated: z.boolean(),
  costMicroYuan: countAnswer,
  /** Of a model that makes pictures: what it made, shown and never stored. */
  picture: z
    .object({ type: z.enum(pictureTypes), width: countAnswer, height: countAnswer, base64: z.string() })
    .nullable(),
  failureKind: z.enum(failureKinds).nullable(),
  vendorCode: z.string().nullable(),
})
export type TrialDto = z.output<typeof trialAnswer>

const usageRowAnswer = z.object({
  id: idAnswer('usage'),
  purpose: z.enum(usagePurposes),
  tool: z.string().nullable(),
  /** Null for an operator's test, as is the user. */
  generationId: z.string().nullable(),
  userId: z.string().nullable(),
  model: z.string(),
  vendor: z.enum(vendorKeys),
  outcome: z.enum(attemptOutcomes),
  failureKind: z.enum(failureKinds).nullable(),
  inputTokens: countAnswer,
  outputTokens: countAnswer,
  pictures: countAnswer,
  isEstimated: z.boolean(),
  costMicroYuan: countAnswer,
  firstTokenMs: countAnswer.nullable(),
  latencyMs: countAnswer,
  createdAt: instantAnswer,
})
export type UsageRowDto = z.output<typeof usageRowAnswer>
