import type { GenerationKind } from '@mozhou/contracts/generations/kinds'
import type { VersionDto } from '@mozhou/contracts/creations/answers'
import { Prisma } from '@mozhou/db/client'
import type { DomainContext } from '../context.ts'
import { indexStatement } from '../search/index-text.ts'
import type { FinishedGeneration } from '../generations/load-finished.ts'
import { judgeResult } from './judge-result.ts'
import { promptVersion } from './prompts/registry.ts'
import { readResult } from './read-result.ts'
import { storableJson } from '../storable-text.ts'

const versionKinds: Record<Exclude<GenerationKind, 'rewrite'>, VersionDto['kind']> = {
  generate: 'generated',
  regenerate: 'regenerated',
  optimise: 'optimised',
  continue: 'continued',
}

/**
 * Ends a generation with its draft as the creation's newest version, in one statement. `id` is null when there is
 * none because something else ended the generation first. A text with a part missing counts as incomplete, so that the part can be asked for.
 */
export async function storeVersion(
  ctx: DomainContext,
  finished: FinishedGeneration,
  end: { epoch: number; status: 'succeeded' | 'cancelled'; isIncomplete: boolean; isPartial: boolean },
): Promise<{ id: string | null; isIncomplete: boolean }> {
  const { usage, kind } = finished
  if (kind === 'rewrite') throw new Error(`generation ${finished.id} writes no version`)
  const { tool, draftText, keptSections } = finished
  const { result: written, title, wordCount } = readResult(tool, draftText, finished.title, keptSections)
  const { result, checks, missing } = judgeResult(finished.tool, written, finished.form)
  const isIncomplete = end.isIncomplete || missing.length > 0
  if (finished.isEnded) return { id: finished.versionId, isIncomplete }
  if (!usage) throw new Error(`generation ${finished.id} has a draft but no attempt`)
  const versionId = ctx.newId()
  const now = ctx.clock.now()
  const stored = await ctx.prisma.$executeRaw`
    WITH ended AS (
      UPDATE generations SET status = ${end.status}, finished_at = ${now}
      WHERE id = ${finished.id}::uuid AND status IN ('accepted', 'running') AND draft_epoch = ${end.epoch}
      RETURNING creation_id
    ), version AS (
      INSERT INTO creation_versions (id, creation_id, generation_id, ordinal, kind, title, result, checks, raw_text, word_count, is_incomplete,
        is_partial, model_id, model_alias, is_sandbox, prompt_version, input_tokens, output_tokens, cost_micro_yuan, created_at)
      SELECT ${versionId}::uuid, ended.creation_id, ${finished.id}::uuid,
        1 + coalesce((SELECT max(ordinal) FROM creation_versions WHERE creation_id = ended.creation_id), 0),
        ${versionKinds[kind]}, ${title}, ${storableJson(result)}::jsonb, ${storableJson(checks)}::jsonb, ${finished.draftText}, ${wordCount},
        ${isIncomplete}, ${end.isPartial}, ${usage.modelId}::uuid, ${usage.alias}, ${usage.isSandbox},
        ${finished.promptVersion ?? promptVersion(finished.tool)}, ${usage.inputTokens}, ${usage.outputTokens}, ${usage.costMicroYuan}, ${now}
      FROM ended
    ), indexed AS (${indexStatement({ ...finished, title, result }, Prisma.sql`ended`)})
    UPDATE creations SET status = 'succeeded', title = ${title}, word_count = ${wordCount}, is_incomplete = ${isIncomplete},
      current_version_id = ${versionId}::uuid, updated_at = ${now}
    FROM ended WHERE creations.id = ended.creation_id`
  return { id: stored === 1 ? versionId : null, isIncomplete }
}
