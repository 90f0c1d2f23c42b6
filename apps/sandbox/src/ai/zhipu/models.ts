export interface ZhipuModel {
  id: string
  /** Thinking is on unless switched off (every model from 4.5 on). */
  thinksByDefault: boolean
  hasReasoningEffort: boolean
  maxOutputTokens: number
}

const thinking = (id: string, maxOutputTokens = 131_072, hasReasoningEffort = false): ZhipuModel => ({
  id,
  thinksByDefault: true,
  hasReasoningEffort,
  maxOutputTokens,
})
const plain = (id: string, maxOutputTokens: number): ZhipuModel => ({
  id,
  thinksByDefault: false,
  hasReasoningEffort: false,
  maxOutputTokens,
})

/** Models in the vendor's 2026-11 enums, CN documents and price list (reference 4.2). */
const zhipuModels: readonly ZhipuModel[] = [
  thinking('glm-5.3', 131_072, true),
  thinking('glm-5.3-flash', 131_072, true),
  thinking('glm-5.3-flashx', 131_072, true),
  thinking('glm-5.2', 131_072, true),
  thinking('glm-5.1'),
  thinking('glm-5'),
  thinking('glm-5-turbo'),
  thinking('glm-4.7'),
  thinking('glm-4.7-flash'),
  thinking('glm-4.7-flashx'),
  thinking('glm-4.6'),
  thinking('glm-4.6v', 32_768),
  thinking('glm-4.5', 98_304),
  thinking('glm-4.5-air', 98_304),
  thinking('glm-4.5-x', 98_304),
  thinking('glm-4.5-airx', 98_304),
  thinking('glm-4.5-flash', 98_304),
  thinking('glm-4.5v', 16_384),
  plain('glm-4-32b-0414-128k', 16_384),
  plain('glm-4-flash-250414', 16_384),
  plain('glm-4-flashx-250414', 16_384),
  plain('glm-4-plus', 4095),
  plain('glm-4-air', 4095),
  plain('glm-4-airx', 4095),
  plain('glm-4-long', 4095),
]

/** Retired names (glm-4, glm-3-turbo) get the unknown-model error, so there is nothing more to tell apart. */
export function findZhipuModel(id: string): ZhipuModel | null {
  return zhipuModels.find((model) => model.id === id) ?? null
}
