import type { ToolKey } from './registry.ts'
import { tools } from './registry.ts'

/** A tool by the name somebody gave it: its key with `-` or `_`, or its Chinese name, also as the brief heads it (故事/小说创作). */
export function findToolKey(name: string): ToolKey | null {
  const key = name.trim().toLowerCase().replaceAll('_', '-')
  const bare = bareName(name)
  const found = Object.values(tools).find((tool) => tool.key === key || bareName(tool.title.zh) === bare)
  return found?.key ?? null
}

/** Without what tells no tool from another: strokes between its kinds, `内容` before and `创作` or `写作` after. */
function bareName(name: string): string {
  return name
    .normalize('NFKC')
    .replaceAll(/[\s/]/gu, '')
    .replace(/^内容/u, '')
    .replace(/(?:创作|写作)$/u, '')
}
