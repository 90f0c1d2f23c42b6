/** How a model treats temperature, top_p and the penalties. */
type SamplingRule = 'allowed' | 'onlyWithoutReasoning' | 'forbidden'

export interface OpenAiModel {
  id: string
  created: number
  isReasoning: boolean
  sampling: SamplingRule
  maxOutputTokens: number
  /** As the Models object reports it. */
  shutdownDate: string | null
}

const reasoning = (
  id: string,
  created: number,
  sampling: SamplingRule,
  shutdownDate: string | null = null,
): OpenAiModel => ({
  id,
  created,
  isReasoning: true,
  sampling,
  maxOutputTokens: 128_000,
  shutdownDate,
})
const plain = (id: string, created: number, maxOutputTokens: number): OpenAiModel => ({
  id,
  created,
  isReasoning: false,
  sampling: 'allowed',
  maxOutputTokens,
  shutdownDate: '2027-01-14',
})

/** Text models alive on 2026-11-22 (openai-node 7.57.0 `ChatModel` and its deprecation notes). */
export const openAiModels: readonly OpenAiModel[] = [
  reasoning('gpt-6-astra', 1_788_000_000, 'onlyWithoutReasoning'),
  reasoning('gpt-6.1-sol', 1_790_500_000, 'onlyWithoutReasoning'),
  reasoning('gpt-6.1-terra', 1_790_500_000, 'onlyWithoutReasoning'),
  reasoning('gpt-6-sol', 1_788_000_000, 'onlyWithoutReasoning'),
  reasoning('gpt-6-luna', 1_788_000_000, 'onlyWithoutReasoning'),
  reasoning('gpt-5.6-sol', 1_782_000_000, 'onlyWithoutReasoning'),
  reasoning('gpt-5.6-terra', 1_782_000_000, 'onlyWithoutReasoning'),
  reasoning('gpt-5.6-luna', 1_782_000_000, 'onlyWithoutReasoning'),
  reasoning('gpt-5.5', 1_776_900_000, 'onlyWithoutReasoning'),
  reasoning('gpt-5.4', 1_773_000_000, 'onlyWithoutReasoning'),
  reasoning('gpt-5.4-mini', 1_773_700_000, 'onlyWithoutReasoning'),
  reasoning('gpt-5.4-nano', 1_773_700_000, 'onlyWithoutReasoning', '2027-04-01'),
  reasoning('gpt-5.2', 1_765_400_000, 'onlyWithoutReasoning'),
  reasoning('gpt-5.1', 1_763_000_000, 'onlyWithoutReasoning', '2027-04-01'),
  reasoning('gpt-5', 1_754_500_000, 'forbidden', '2026-12-11'),
  reasoning('gpt-5-mini', 1_754_500_000, 'forbidden', '2026-12-11'),
  reasoning('gpt-5-nano', 1_754_500_000, 'forbidden', '2026-12-11'),
  reasoning('o3', 1_744_300_000, 'forbidden', '2026-12-11'),
  plain('gpt-4.1', 1_744_300_000, 32_768),
  plain('gpt-4.1-mini', 1_744_300_000, 32_768),
  plain('gpt-4o', 1_715_300_000, 16_384),
  plain('gpt-4o-mini', 1_721_200_000, 16_384),
]

// Families that were shut down; everything else that is not listed above never existed.
const retired =
  /^(gpt-4|gpt-4-.+|gpt-3\.5-turbo.*|gpt-4\.1-nano.*|gpt-4o-2024-05-13|chatgpt-4o-latest|gpt-5(\.\d)?-chat-latest|gpt-5\.1-codex|o1.*|o3-mini.*|o4-mini.*|codex-mini-latest|text-davinci-.*)$/

export function findOpenAiModel(id: string): OpenAiModel | 'retired' | null {
  const model = openAiModels.find((entry) => entry.id === id)
  if (model !== undefined) return model
  return retired.test(id) ? 'retired' : null
}
