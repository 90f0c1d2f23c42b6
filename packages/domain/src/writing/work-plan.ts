import { optimiseGoals } from '@mozhou/contracts/writing/optimise-goals'
import { mainSection } from '@mozhou/contracts/results/sections'
import { tools } from '@mozhou/contracts/tools/registry'
import type { ToolKey } from '@mozhou/contracts/tools/registry'
import type { ToolResult } from '@mozhou/contracts/results/section'
import type { ToolDefinition } from '@mozhou/contracts/tools/tool'
import { z } from 'zod'
import { writeSections } from '../creations/write-sections.ts'

const workPlan = z.object({
  parts: z.array(z.object({ title: z.string(), brief: z.string() })).min(1),
  /** Each part stands under its title. */
  isHeaded: z.boolean(),
  /** Length of the text, in UTF-16 units, at the end of each part that is written. */
  ends: z.array(z.number().int().positive()),
  /** The parts are pieces of this version's text, each to be written anew towards a goal. */
  optimise: z
    .object({ versionId: z.string(), goal: z.enum(optimiseGoals), instruction: z.string().nullable() })
    .optional(),
})
export type WorkPlan = z.output<typeof workPlan>

/** A step of a long work: the outline, the parts from 1, and one more for the sections around the text. */
export type WorkStep = 'outline' | number

export function readPlan(stored: unknown): WorkPlan | null {
  return stored === null || stored === undefined ? null : workPlan.parse(stored)
}

export const isFinished = ({ parts, ends }: WorkPlan) => ends.length > parts.length

export const isClosing = (plan: WorkPlan, step: number) => step > plan.parts.length

/** The text that a step goes on from. What a broken attempt left behind the last finished part is not in it. */
export function baseOfStep(tool: ToolKey, plan: WorkPlan, step: number, text: string): string {
  const end = plan.ends[step - 2]
  const before = end === undefined ? `【${markerOf(tool)}】\n` : `${text.slice(0, end).trimEnd()}\n`
  if (isClosing(plan, step)) return before
  const title = plan.parts[step - 1]?.title ?? ''
  return `${end === undefined ? before : `${before}\n`}${plan.isHeaded && title !== '' ? `## ${title}\n\n` : ''}`
}

/** Without a heading under which nothing was written. */
export function withoutBareHeading(text: string): string {
  return text.replace(/(?:^|\n+)## [^\n]*\s*$/u, '')
}

/** The running text of a result. */
export function mainTextOf(tool: ToolKey, result: ToolResult): string {
  const main = mainOf(tool)
  const text = main ? result[main.field] : ''
  return typeof text === 'string' ? text : ''
}

/** The sections around the running text, as models write them; nothing where all are empty. */
export function writeAround(tool: ToolKey, result: ToolResult): string {
  const definition: ToolDefinition = tools[tool]
  const main = mainOf(tool)
  const given = definition.sections.filter((section) => section !== main && (result[section.field]?.length ?? 0) > 0)
  return writeSections(result, given)
}

function mainOf(tool: ToolKey) {
  const definition: ToolDefinition = tools[tool]
  return mainSection(definition.sections)
}

function markerOf(tool: ToolKey): string {
  const main = mainOf(tool)
  if (!main) throw new Error(`${tool} has no main section to write parts into`)
  return main.marker
}

/**
 * A plan and its text after a person changed the text: as many parts are written as before, and what was begun of the next one is left
 * out, to be written anew. Inner ends are not told apart any more; only the last one is gone on from.
 */
export function withEditedText(
  tool: ToolKey,
  work: { plan: WorkPlan; text: string },
  edited: string,
): { plan: WorkPlan; text: string } {
  const { plan, text } = work
  const lastEnd = plan.ends.at(-1)
  if (lastEnd === undefined) return { plan, text: '' }
  const kept = edited.slice(0, beginningOfNext(plan, text.slice(lastEnd), edited)).trimEnd()
  const moved = `【${markerOf(tool)}】\n${kept}`
  return { plan: { ...plan, ends: plan.ends.map(() => moved.length) }, text: moved }
}

/** Where the part that was only begun stands in the edited text: at its heading, or where its words stand unchanged at the end. */
function beginningOfNext({ parts, ends, isHeaded }: WorkPlan, begun: string, edited: string): number {
  const title = parts[ends.length]?.title
  const heading = isHeaded && title !== undefined ? `\n${edited}`.lastIndexOf(`\n## ${title}`) : -1
  if (heading !== -1) return heading
  const words = begun.trim()
  return words !== '' && edited.trimEnd().endsWith(words) ? edited.trimEnd().length - words.length : edited.length
}
