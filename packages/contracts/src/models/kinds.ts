import type { Wording } from '../wording.ts'
import { imageVendorKeys, textVendorKeys } from './vendor-keys.ts'
import type { VendorKey } from './vendor-keys.ts'

export const capabilities = ['text', 'image'] as const
export type Capability = (typeof capabilities)[number]
export const capabilityTitles: Record<Capability, Wording> = {
  text: { zh: '文本生成', en: 'Text' },
  image: { zh: '图片生成', en: 'Pictures' },
}

/** Which vendors can do what. */
export const vendorsOf: Record<Capability, readonly VendorKey[]> = { text: textVendorKeys, image: imageVendorKeys }

/** Whether a model lets the caller set temperature and the like. */
export const samplingPolicies = ['allowed', 'only_without_reasoning', 'forbidden'] as const
export type SamplingPolicy = (typeof samplingPolicies)[number]

/** How much a model thinks before it writes. */
export const reasoningEfforts = ['off', 'low', 'high'] as const

/** `running` until the attempt reports; `lost` when its worker died and a later attempt took over. */
export const attemptOutcomes = ['running', 'succeeded', 'failed', 'stopped', 'lost'] as const
export type AttemptOutcome = (typeof attemptOutcomes)[number]

/** How credentials travel; each vendor names those it knows. */
export const authProfiles = ['bearer', 'x_api_key', 'signed_jwt', 'access_key_pair', 'basic', 'none'] as const
export type AuthProfile = (typeof authProfiles)[number]

export const priceStates = ['coming', 'current', 'past'] as const
export type PriceState = (typeof priceStates)[number]

/** What a call was made for: a person's text, or an operator's try, which belongs to nobody. */
export const usagePurposes = ['generation', 'model_test', 'prompt_test'] as const
export type UsagePurpose = (typeof usagePurposes)[number]

export const usageDimensions = ['model', 'vendor', 'tool', 'user', 'day'] as const
export type UsageDimension = (typeof usageDimensions)[number]
