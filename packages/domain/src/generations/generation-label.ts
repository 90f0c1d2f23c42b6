import type { GenerationKind } from '@mozhou/contracts/generations/kinds'
import { tools } from '@mozhou/contracts/tools/registry'
import type { ToolKey } from '@mozhou/contracts/tools/registry'

const acts: Record<GenerationKind, string> = {
  generate: '生成',
  regenerate: '重新生成',
  optimise: '优化',
  continue: '续写',
  rewrite: '改写选段',
}

/** What operators read in the Temporal UI, e.g. `公众号文章 · 重新生成`. */
export function generationLabel(tool: ToolKey, kind: GenerationKind): string {
  return `${tools[tool].title.zh} · ${acts[kind]}`
}
