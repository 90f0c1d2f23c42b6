import type { TextTarget } from '../port.ts'

const lowBudgetTokens = 2_048
const highBudgetTokens = 16_384
const smallestBudgetTokens = 1_024
// What an answer needs beside the thoughts; both share `max_tokens`.
const answerReserveTokens = 1_024

const firstAdaptiveVersion = 4.6

function readVersion(upstreamModel: string): number {
  const [, major, minor] = /^claude-[a-z]+-(\d{1,2})(?:-(\d{1,2})(?!\d))?/.exec(upstreamModel) ?? []
  return major === undefined ? 0 : Number(`${major}.${minor ?? 0}`)
}

function budget(tokens: number, maxTokens: number): Record<string, unknown> {
  const budgetTokens = Math.min(tokens, maxTokens - answerReserveTokens)
  return budgetTokens < smallestBudgetTokens ? {} : { thinking: { type: 'enabled', budget_tokens: budgetTokens } }
}

/** Families that cannot be told to stop thinking: the least effort comes closest. */
function leastThinking(upstreamModel: string): Record<string, unknown> {
  const version = readVersion(upstreamModel)
  if (version < firstAdaptiveVersion) return {}
  if (/^claude-(sonnet|haiku)-5-5/.test(upstreamModel)) return { thinking: { type: 'between_tools' } }
  const alwaysThinks = upstreamModel.startsWith('claude-fable') || version >= 5.5
  return alwaysThinks ? { output_config: { effort: 'low' } } : { thinking: { type: 'disabled' } }
}

/**
 * How a Claude model is told how much to think: a token budget up to 4.5, adaptive with an effort from 4.6 on, where
 * leaving the field out means thinking. https://platform.claude.com/docs/en/build-with-claude/thinking (read 2026-11)
 */
export function readThinking({ upstreamModel, parameters }: TextTarget, maxTokens: number): Record<string, unknown> {
  const { reasoning } = parameters
  if (reasoning === 'off') return leastThinking(upstreamModel)
  if (readVersion(upstreamModel) < firstAdaptiveVersion) {
    return budget(reasoning === 'low' ? lowBudgetTokens : highBudgetTokens, maxTokens)
  }
  return { thinking: { type: 'adaptive', display: 'summarized' }, output_config: { effort: reasoning } }
}
