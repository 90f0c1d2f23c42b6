export interface QwenModel {
  id: string
  maxOutputTokens: number
}

/** Live on 2026-11-22 as far as is known (reference 0.1 and 8); `qwen-plus` was not in the decommission notices. */
export const qwenModels: readonly QwenModel[] = [
  { id: 'qwen3.8-max-0902', maxOutputTokens: 65_536 },
  { id: 'qwen3.8-flash', maxOutputTokens: 65_536 },
  { id: 'qwen3.7-max', maxOutputTokens: 65_536 },
  { id: 'qwen3.7-plus', maxOutputTokens: 65_536 },
  { id: 'qwen3.7-flash', maxOutputTokens: 65_536 },
  { id: 'qwen3.6-plus', maxOutputTokens: 65_536 },
  { id: 'qwen3.5-plus', maxOutputTokens: 65_536 },
  { id: 'qwen3-max', maxOutputTokens: 65_536 },
  { id: 'qwen-plus', maxOutputTokens: 32_768 },
  { id: 'qwen-long', maxOutputTokens: 32_768 },
]

/** Retired names (qwen-max, qwen-turbo) and unknown ones get the same answer. */
export function findQwenModel(id: string): QwenModel | null {
  return qwenModels.find((model) => model.id === id) ?? null
}
