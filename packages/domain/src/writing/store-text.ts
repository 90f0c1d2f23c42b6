import type { TxContext } from '../context.ts'
import { endWithVersion } from '../generations/end-with-version.ts'
import type { RunEnd, StoredRun } from '../generations/fulfilment.ts'
import type { Run } from '../generations/load-run.ts'
import { finishedText, keptSections } from './finished-text.ts'
import { readGenerationForm } from './generation-form.ts'
import { judgeResult } from './judge-result.ts'
import { promptVersion } from './prompts/registry.ts'
import { readResult } from './read-result.ts'
import { storedTool } from '../stored-columns.ts'

/** Ends a run with its draft, read into the tool's sections and judged. A text with a part missing, or that breaks off, counts as incomplete, so that the rest can be asked for. */
export async function storeText(ctx: TxContext, run: Run, end: RunEnd): Promise<StoredRun> {
  const tool = storedTool(run.tool)
  const rawText = finishedText(run)
  const { result: written, title, wordCount } = readResult(tool, rawText, run.title, await keptSections(ctx, run))
  const { result, checks, missing, isOpen } = judgeResult(tool, written, readGenerationForm(run.kind, run.input).form)
  return endWithVersion(ctx, run, end, {
    title,
    result,
    checks,
    rawText,
    wordCount,
    isIncomplete: end.reason !== 'whole' || missing.length > 0 || isOpen,
    promptVersion: run.promptVersion ?? promptVersion(tool),
  })
}
