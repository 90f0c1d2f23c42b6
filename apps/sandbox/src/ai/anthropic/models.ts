export interface AnthropicModel {
  id: string
  displayName: string
  /** Models newer than Opus 4.6 refuse sampling parameters and a prefilled assistant turn. */
  isStrict: boolean
  alwaysThinks: boolean
  maxOutputTokens: number
}

const strict = (id: string, displayName: string, alwaysThinks = false): AnthropicModel => ({
  id,
  displayName,
  isStrict: true,
  alwaysThinks,
  maxOutputTokens: 128_000,
})
const older = (id: string, displayName: string): AnthropicModel => ({
  id,
  displayName,
  isStrict: false,
  alwaysThinks: false,
  maxOutputTokens: 64_000,
})

/** Models alive on 2026-11-22 (@anthropic-ai/sdk 1.12.0 `Model`). */
export const anthropicModels: readonly AnthropicModel[] = [
  strict('claude-opus-5-5', 'Claude Opus 5.5', true),
  strict('claude-sonnet-5-5', 'Claude Sonnet 5.5'),
  strict('claude-haiku-5-5', 'Claude Haiku 5.5'),
  strict('claude-fable-5-2', 'Claude Fable 5.2', true),
  strict('claude-fable-5-1', 'Claude Fable 5.1', true),
  strict('claude-opus-5', 'Claude Opus 5'),
  strict('claude-sonnet-5', 'Claude Sonnet 5'),
  strict('claude-opus-4-8', 'Claude Opus 4.8'),
  strict('claude-opus-4-7', 'Claude Opus 4.7'),
  older('claude-opus-4-6', 'Claude Opus 4.6'),
  older('claude-sonnet-4-6', 'Claude Sonnet 4.6'),
  older('claude-opus-4-5', 'Claude Opus 4.5'),
  older('claude-opus-4-5-20251101', 'Claude Opus 4.5'),
  older('claude-sonnet-4-5', 'Claude Sonnet 4.5'),
  older('claude-sonnet-4-5-20250929', 'Claude Sonnet 4.5'),
  older('claude-haiku-4-5', 'Claude Haiku 4.5'),
  older('claude-haiku-4-5-20251001', 'Claude Haiku 4.5'),
]

/** Retired and unknown ids get the same answer upstream, so both are null. */
export function findAnthropicModel(id: string): AnthropicModel | null {
  return anthropicModels.find((model) => model.id === id) ?? null
}
