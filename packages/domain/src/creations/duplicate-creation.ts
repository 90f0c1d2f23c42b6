import type { CreationRowDto } from '@mozhou/contracts/creations'
import { AppError } from '@mozhou/contracts/errors'
import { Prisma } from '@mozhou/db/client'
import type { DomainContext } from '../context.ts'
import { storableJson } from '../storable-text.ts'
import { creationRowSelect, toCreationRow } from './creation-row.ts'
import { indexStatement } from './index-text.ts'
import { loadVersion } from './load-version.ts'

/**
 * A new work with the current text of another and its form. It costs nothing and carries no model, and so no tokens: they were spent
 * once. @throws AppError CREATION_NOT_FOUND, CREATION_IN_TRASH, CREATION_HAS_NO_TEXT.
 */
export async function duplicateCreation(
  ctx: DomainContext,
  input: { creationId: string; userId: string },
): Promise<CreationRowDto> {
  const version = await loadVersion(ctx, input)
  if (version.isTrashed) throw new AppError('CREATION_IN_TRASH')
  const id = ctx.newId()
  await ctx.prisma.$executeRaw(copyStatement({ id, versionId: ctx.newId(), now: ctx.clock.now(), version, ...input }))
  const row = await ctx.prisma.creation.findUnique({ where: { id }, select: creationRowSelect })
  // Purged in between.
  if (!row) throw new AppError('CREATION_NOT_FOUND')
  return toCreationRow(row)
}

interface Copy {
  id: string
  versionId: string
  creationId: string
  userId: string
  now: Date
  version: Awaited<ReturnType<typeof loadVersion>>
}

/** Two statements would leave a work without its text; the reference to the version is checked when the statement ends. */
function copyStatement({ id, versionId, userId, creationId, now, version }: Copy): Prisma.Sql {
  return Prisma.sql`
    WITH source AS (SELECT * FROM creations WHERE id = ${creationId}::uuid AND user_id = ${userId}::uuid AND purged_at IS NULL),
    copy AS (
      INSERT INTO creations (id, user_id, kind, tool_key, title, status, is_incomplete, word_count, current_version_id, copied_form,
        created_at, updated_at)
      SELECT ${id}::uuid, user_id, kind, tool_key, ${version.title}, 'succeeded', ${version.isIncomplete}, ${version.wordCount},
        ${versionId}::uuid, ${storableJson(version.form)}::jsonb, ${now}, ${now}
      FROM source RETURNING id
    ), indexed AS (${indexStatement({ creationId: id, userId, title: version.title, result: version.result }, Prisma.sql`copy`)})
    INSERT INTO creation_versions (id, creation_id, ordinal, kind, title, result, checks, raw_text, word_count, is_incomplete, is_partial,
      is_sandbox, input_tokens, output_tokens, cost_micro_yuan, created_at)
    SELECT ${versionId}::uuid, copy.id, 1, 'copied', ${version.title}, ${storableJson(version.result)}::jsonb,
      ${storableJson(version.checks)}::jsonb, ${version.rawText},
      ${version.wordCount}, ${version.isIncomplete}, ${version.isPartial}, ${version.isSandbox}, 0, 0, 0, ${now}
    FROM copy`
}
