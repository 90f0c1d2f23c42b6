import type { GenerationKind } from '@mozhou/contracts/generations/kinds'
import type { VersionDto } from '@mozhou/contracts/creations/answers'
import { Prisma } from '@mozhou/db/client'
import type { TxContext } from '../context.ts'
import { indexStatement, searchedText } from '../search/index-text.ts'
import { storableJson } from '../storable-text.ts'
import { inRunning } from './active-generation.ts'
import { callsClosed } from './close-calls.ts'
import type { RunEnd, StoredRun } from './fulfilment.ts'
import type { Run } from './load-run.ts'

const versionKinds: Record<GenerationKind, VersionDto['kind'] | null> = {
  generate: 'generated',
  regenerate: 'regenerated',
  optimise: 'optimised',
  continue: 'continued',
  rewrite: null,
}

/** What a kind of creation made of a draft. */
export interface NewVersion {
  title: string
  result: unknown
  checks: unknown
  rawText: string
  wordCount: number
  isIncomplete: boolean
  promptVersion: string
}

/**
 * Ends a generation with a version, the creation's newest, in one statement. A stop makes it partial. The id is null when something else
 * ended the generation first.
 */
export async function endWithVersion(ctx: TxContext, run: Run, end: RunEnd, version: NewVersion): Promise<StoredRun> {
  const kind = versionKinds[run.kind]
  if (kind === null || run.yields !== 'version') throw new Error(`generation ${run.id} yields no version`)
  const { title, wordCount, isIncomplete } = version
  if (run.isEnded) return { versionId: run.versionId, isIncomplete }
  const { usage } = run
  if (!usage) throw new Error(`generation ${run.id} has a draft but no attempt`)
  const versionId = ctx.newId()
  const now = ctx.clock.now()
  const isStopped = end.reason === 'stopped'
  const stored = await ctx.prisma.$executeRaw`
    WITH ended AS (
      UPDATE generations SET status = ${isStopped ? 'cancelled' : 'succeeded'}, finished_at = ${now}
      WHERE id = ${run.id}::uuid AND ${inRunning} AND draft_epoch = ${end.epoch}
      RETURNING id, creation_id
    ), calls AS (${callsClosed(Prisma.sql`ended`, now)}), version AS (
      INSERT INTO creation_versions (id, creation_id, generation_id, ordinal, kind, title, result, checks, raw_text, word_count, is_incomplete,
        is_partial, model_id, model_alias, is_sandbox, prompt_version, input_tokens, output_tokens, cost_micro_yuan, created_at)
      SELECT ${versionId}::uuid, ended.creation_id, ${run.id}::uuid,
        1 + coalesce((SELECT max(ordinal) FROM creation_versions WHERE creation_id = ended.creation_id), 0),
        ${kind}, ${title}, ${storableJson(version.result)}::jsonb, ${storableJson(version.checks)}::jsonb, ${version.rawText}, ${wordCount},
        ${isIncomplete}, ${isStopped}, ${usage.modelId}::uuid, ${usage.alias}, ${usage.isSandbox},
        ${version.promptVersion}, ${usage.inputTokens}, ${usage.outputTokens}, ${usage.costMicroYuan}, ${now}
      FROM ended
    ), indexed AS (${indexStatement({ ...run, searched: searchedText(title, version.result) }, Prisma.sql`ended`)})
    UPDATE creations SET status = 'succeeded', title = ${title}, word_count = ${wordCount}, is_incomplete = ${isIncomplete},
      current_version_id = ${versionId}::uuid, updated_at = ${now}
    FROM ended WHERE creations.id = ended.creation_id`
  return { versionId: stored === 1 ? versionId : null, isIncomplete }
}
