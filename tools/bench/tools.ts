import { tools } from '@mozhou/contracts/tools/registry'
import type { ToolKey } from '@mozhou/contracts/tools/registry'
import { parseSections } from '@mozhou/contracts/results/sections'
import type { ToolSection } from '@mozhou/contracts/results/section'
import type { ToolDefinition } from '@mozhou/contracts/tools/tool'
import { judgeResult } from '@mozhou/domain/writing/judge-result'
import { buildPrompt } from '@mozhou/domain/writing/prompts/registry'

export interface ToolCostRow {
  tool: ToolKey
  promptMicroseconds: number
  promptCharacters: number
  /** Reading and judging a text of about 3,000 characters. */
  parseMicroseconds: number
  judgeMicroseconds: number
}

const rounds = 300

export function benchTools(): ToolCostRow[] {
  return (Object.keys(tools) as ToolKey[]).map((tool) => {
    const definition: ToolDefinition = tools[tool]
    const question = { kind: 'generate', input: definition.example, baseText: null, optimise: null } as const
    const text = definition.sections.map(sampleOf).join('\n')
    const parsed = parseSections(text, definition.sections)
    return {
      tool,
      promptMicroseconds: microseconds(() => buildPrompt(tool, question)),
      promptCharacters: buildPrompt(tool, question).messages.reduce((sum, { content }) => sum + content.length, 0),
      parseMicroseconds: microseconds(() => parseSections(text, definition.sections)),
      judgeMicroseconds: microseconds(() => judgeResult(tool, parsed, definition.example)),
    }
  })
}

function sampleOf(section: ToolSection): string {
  const marker = `【${section.marker}】`
  if (section.as === 'markdown') return `${marker}\n${'城市夜跑的第一个月，白天太满，夜里才是自己的。\n\n'.repeat(120)}`
  if (section.as !== 'table') return `${marker}城市夜跑、习惯养成`
  const row = `| ${section.columns.map(({ as }) => (as === 'number' ? '5' : '城市夜跑')).join(' | ')} |`
  return [marker, ...Array.from({ length: 12 }, () => row)].join('\n')
}

function microseconds(work: () => unknown): number {
  for (let round = 0; round < rounds / 3; round += 1) work()
  const startedAt = performance.now()
  for (let round = 0; round < rounds; round += 1) work()
  return ((performance.now() - startedAt) / rounds) * 1_000
}
