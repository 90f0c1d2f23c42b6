import type { GenerationKind, OptimiseGoal } from '@mozhou/contracts/creations'
import type { TextMessage } from '@mozhou/integrations/ai/port'

/** What a prompt is built from. `baseText` is the version to optimise or to continue, to the letter. */
export interface PromptQuestion<Input> {
  kind: GenerationKind
  input: Input
  baseText: string | null
  optimise: { goal: OptimiseGoal; instruction: string | null } | null
}

export interface BuiltPrompt {
  messages: TextMessage[]
  /** Enough for the asked length with room to spare; the model's own limit may cut it. */
  maxOutputTokens: number
}

export interface Prompt<Input> {
  /** Stored with every version; raise it with every change of wording. */
  version: string
  build(question: PromptQuestion<Input>): BuiltPrompt
}

const goalWording: Record<Exclude<OptimiseGoal, 'audience' | 'custom'>, string> = {
  shorter: '精简到原文的六成左右，保留全部要点',
  longer: '扩写到原文的一倍半左右，补充论据、例子和细节，不注水',
  formal: '改为更正式、严谨的书面表达',
  casual: '改为更口语、亲切的表达',
  clearer: '理顺逻辑，拆分长句，让每一段只讲一件事',
  livelier: '增加画面感和节奏变化，减少套话',
}

/** The wish behind an optimisation, in the words the model gets. */
export function optimiseWish({ goal, instruction }: { goal: OptimiseGoal; instruction: string | null }): string {
  if (goal === 'audience') return `改写给这类读者看：${instruction ?? ''}`
  return goal === 'custom' ? (instruction ?? '') : goalWording[goal]
}

/** Text a person gave, fenced so that the model reads it as material and not as orders. */
export function quoted(label: string, text: string): string {
  return `${label}：\n<<<\n${text.replaceAll('<<<', '‹‹‹').replaceAll('>>>', '›››')}\n>>>`
}

/** Labelled lines, empty ones left out. */
export function labelled(rows: readonly (readonly [label: string, value: string])[]): string {
  return rows
    .filter(([, value]) => value !== '')
    .map(([label, value]) => `${label}：${value}`)
    .join('\n')
}
