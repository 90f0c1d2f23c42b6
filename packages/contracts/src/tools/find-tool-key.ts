import type { ToolKey } from './registry.ts'
import { tools } from './registry.ts'

/** A tool by the name somebody gave it: its key with `-` or `_`, or its Chinese name, also as the brief writes it (公众号文章创作). */
export function findToolKey(name: string): ToolKey | null {
  const key = name.trim().toLowerCase().replaceAll('_', '-')
  const bare = name.trim().replace(/(?:创作|写作)$/, '')
  const found = Object.values(tools).find(
    (tool) => tool.key === key || tool.title.zh === name.trim() || tool.title.zh.replace(/(?:创作|写作)$/, '') === bare,
  )
  return found?.key ?? null
}
