import type { ToolOption } from './tool.ts'

/** Options of a select, in the order in which they are offered. */
export function choices(rows: readonly (readonly [value: string, zh: string, en: string])[]): ToolOption[] {
  return rows.map(([value, zh, en]) => ({ value, label: { zh, en } }))
}

export const emojiChoices = choices([
  ['none', '不使用', 'None'],
  ['few', '少量点缀', 'A few'],
  ['rich', '丰富', 'Many'],
])
