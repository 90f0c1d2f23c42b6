export interface QianfanModel {
  id: string
  maxOutputTokens: number
  /** The other families answer `enable_thinking` with no_parameter_permission. */
  canThink: boolean
}

/**
 * Live text models on V2 (reference 3.2). Whether the 4.0/3.5 ids are still served is not known; they are answered
 * because V2's documents still list them.
 */
export const qianfanModels: readonly QianfanModel[] = [
  { id: 'ernie-5.1', maxOutputTokens: 65_536, canThink: true },
  { id: 'ernie-4.5-turbo-128k', maxOutputTokens: 12_288, canThink: false },
  { id: 'ernie-4.5-turbo-32k', maxOutputTokens: 12_288, canThink: false },
  { id: 'ernie-4.0-8k', maxOutputTokens: 2048, canThink: false },
  { id: 'ernie-3.5-8k', maxOutputTokens: 2048, canThink: false },
  { id: 'ernie-speed-8k', maxOutputTokens: 2048, canThink: false },
]

// The V1 "wenxinworkshop" family, offline since 2026-08-31, under its marketing names and endpoint names.
const retired = /^(ernie[-_]bot.*|eb-instant|completions(_pro)?|ernie-tiny-8k|ernie-lite-8k|bloomz_7b1)$/i

export function findQianfanModel(id: string): QianfanModel | 'retired' | null {
  const model = qianfanModels.find((entry) => entry.id === id)
  if (model !== undefined) return model
  return retired.test(id) ? 'retired' : null
}
