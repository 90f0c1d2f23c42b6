import type { GenerationYield } from '@mozhou/contracts/generations/kinds'
import { mainSection } from '@mozhou/contracts/results/sections'
import type { ToolResult } from '@mozhou/contracts/results/section'
import { tools } from '@mozhou/contracts/tools/registry'
import type { ToolKey } from '@mozhou/contracts/tools/registry'
import type { ToolDefinition } from '@mozhou/contracts/tools/tool'
import type { TxContext } from '../context.ts'
import type { Run } from '../generations/load-run.ts'
import { readResult } from './read-result.ts'
import { withoutBareHeading } from './work-plan.ts'
import { storedTool } from '../stored-columns.ts'
import { storedResult } from '../stored-work.ts'

/** The text that a run leaves; a long work ends without a heading under which nothing was written. */
export function finishedText({ plan, draftText }: Pick<Run, 'plan' | 'draftText'>): string {
  return plan === null ? draftText : withoutBareHeading(draftText)
}

/** Whether a model's text, whole or partial, holds anything that was asked for. */
export function isWritten(asked: { yields: GenerationYield; tool: ToolKey; title: string }, text: string): boolean {
  if (asked.yields === 'offer') return text.trim() !== ''
  return readResult(asked.tool, text, asked.title).wordCount > 0
}

/** Whether there is text that was not there before: a continuation that only has what it began with delivered nothing. */
export async function hasDeliveredText(ctx: Pick<TxContext, 'prisma'>, run: Run): Promise<boolean> {
  const text = finishedText(run)
  if (run.usage === null || !isWritten({ ...run, tool: storedTool(run.tool) }, text)) return false
  if (run.kind !== 'continue' || run.baseVersionId === null) return true
  const where = { id: run.baseVersionId }
  const base = await ctx.prisma.version.findUniqueOrThrow({ where, select: { rawText: true } })
  return text.length > base.rawText.length
}

/** What a person wrote around an unfinished long work stays when it is gone on with: the closing step would write it anew. */
export async function keptSections(ctx: Pick<TxContext, 'prisma'>, run: Run): Promise<ToolResult> {
  if (run.kind !== 'continue' || run.plan === null || run.baseVersionId === null) return {}
  const where = { id: run.baseVersionId }
  const { result } = await ctx.prisma.version.findUniqueOrThrow({ where, select: { result: true } })
  const stored = storedResult(result)
  const definition: ToolDefinition = tools[storedTool(run.tool)]
  const main = mainSection(definition.sections)
  const given = definition.sections.flatMap((section) => {
    const value = stored[section.field]
    return section === main || value === undefined || value.length === 0 ? [] : [[section.field, value] as const]
  })
  return Object.fromEntries(given)
}
