import type { GenerationKind } from '@mozhou/contracts/generations/kinds'
import type { OptimiseGoal } from '@mozhou/contracts/writing/optimise-goals'
import type { ToolSection } from '@mozhou/contracts/results/section'
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

/** One part of a long work: what its heading says, and what belongs in it. */
export interface WorkPart {
  title: string
  brief: string
}

/** How a long work is written part by part, in one generation and on one charge. */
export interface PartPlan<Input> {
  /** Null: in one go. `outline`: the model plans first. Else the parts are known beforehand. */
  plan(input: Input): null | 'outline' | readonly WorkPart[]
  /** Each part stands under its title; the frame writes the heading, the model the text. */
  isHeaded: boolean
  /** What the outline is asked for: how many parts, what each should name. */
  outlineOrder(input: Input): string
  /** What this one part is asked for, beside its title, brief and place, which the frame says. `index` counts from 1. */
  partOrder(input: Input, part: WorkPart, place: { index: number; total: number }): string
  partTokens(input: Input): number
  /** Characters of the text before it that a part is shown; 3,000 where nothing is said. */
  remembered?: number
  /** The form as one part needs it, where the prompt's own brief holds the whole of what is cut into parts. */
  partBrief?(input: Input): string
}

/** What is a tool's own in its prompt; the frame in registry.ts adds the output contract, what is asked on top and the guards. */
export interface Prompt<Input> {
  /** Stored with every version; raise it with every change of wording. */
  version: string
  /** Who the model is and the rules of the craft. Neither the output contract nor anything of one form. */
  system: string
  /** The form in labelled lines, empty ones left out, pasted material `quoted` and last. */
  brief(input: Input): string
  /** What the work is called in an order: 文章, 笔记, 公文 … */
  noun: string
  maxOutputTokens(input: Input): number
  parts?: PartPlan<Input>
}

const goalWording: Record<Exclude<OptimiseGoal, 'audience' | 'custom'>, string> = {
  shorter: '精简到原文的六成左右，保留全部要点',
  longer: '扩写到原文的一倍半左右，补充论据、例子和细节，不注水',
  formal: '改为更正式、严谨的书面表达',
  casual: '改为更口语、亲切的表达',
  clearer: '理顺逻辑，拆分长句，让每一段只讲一件事',
  livelier: '增加画面感和节奏变化，减少套话',
}

/** What an optimisation asks for, in the words the model gets. */
export function optimiseRequest({ goal, instruction }: { goal: OptimiseGoal; instruction: string | null }): string {
  if (goal === 'audience') return `改写给这类读者看：${instruction ?? ''}`
  return goal === 'custom' ? (instruction ?? '') : goalWording[goal]
}

/** The line that opens an order to optimise; none for any other. */
export function optimiseLines(optimise: PromptQuestion<unknown>['optimise']): string[] {
  return optimise ? [`优化要求：${optimiseRequest(optimise)}`] : []
}

/** Text a person gave, fenced so that the model reads it as material and not as orders. */
export function quoted(label: string, text: string): string {
  return `${label}：\n<<<\n${text.replaceAll('<<<', '‹‹‹').replaceAll('>>>', '›››')}\n>>>`
}

/** The sections a tool's result has, as the model is told to write them; the parser reads the same list. */
export function outputContract(sections: readonly ToolSection[]): string {
  const lines = sections.map((section) => `【${section.marker}】${section.order}${columnsOf(section)}`)
  return ['输出格式（只输出以下部分，标记原样保留，不要解释）：', ...lines].join('\n')
}

function columnsOf(section: ToolSection): string {
  if (section.as !== 'table') return ''
  return `；Markdown 表格，列依次为：${section.columns.map(({ heading }) => heading).join('｜')}`
}

/** Chinese runs to about 1.5 tokens a character at the most verbose vendor; headings and markers take the rest. */
export const tokensFor = (characters: number) => Math.ceil(characters * 2) + 800

/** Labelled lines, empty ones left out. */
export function labelled(rows: readonly (readonly [label: string, value: string])[]): string {
  return rows
    .filter(([, value]) => value !== '')
    .map(([label, value]) => `${label}：${value}`)
    .join('\n')
}
