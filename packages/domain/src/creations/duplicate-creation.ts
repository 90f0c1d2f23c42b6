import type { CreationRowDto } from '@mozhou/contracts/creations/answers'
import type { DuplicateInput } from '@mozhou/contracts/creations/inputs'
import { AppError } from '@mozhou/contracts/errors'
import { Prisma } from '@mozhou/db/client'
import type { GenerationsContext } from '../generations/fulfilment.ts'
import { lockUser } from '../accounts/lock-user.ts'
import { storableJson } from '../storable-text.ts'
import { hasRoom, storedCounts, whyFull } from '../stored-caps.ts'
import { creationRowSelect, toCreationRow } from './creation-row.ts'
import { withCovers } from './with-covers.ts'
import { indexStatement } from '../search/index-text.ts'
import type { SearchedText } from '../search/index-text.ts'
import { loadVersion } from './load-version.ts'

/**
 * A new work with the current text of another and its form. It costs nothing and carries no model, and so no tokens: they were spent
 * once. The same request key gives the first copy again, whatever has become of the work since.
 * @throws AppError CREATION_NOT_FOUND, CREATION_IN_TRASH, CREATION_HAS_NO_TEXT, CREATIONS_LIMIT, STORED_TEXT_LIMIT, IDEMPOTENCY_KEY_REUSED for another work.
 */
export async function duplicateCreation(
  ctx: GenerationsContext,
  input: DuplicateInput & { userId: string },
): Promise<CreationRowDto> {
  const present = await findCopy(ctx, input)
  if (present) return present
  const version = await loadVersion(ctx, input)
  if (version.isTrashed) throw new AppError('CREATION_IN_TRASH')
  const ids = { id: ctx.newId(), versionId: ctx.newId() }
  const searched = await ctx.textWork.readForSearch(input.userId, { title: version.title, result: version.result })
  // Under the lock the counts hold until commit.
  const [, copied] = await ctx.prisma.$transaction([
    ctx.prisma.$executeRaw(lockUser(input.userId)),
    ctx.prisma.$executeRaw(copyStatement(ctx, { ...ids, now: ctx.clock.now(), version, searched, ...input })),
  ])
  const row = await findCopy(ctx, input)
  if (row) return row
  const full = copied === 0 ? await whyFull(ctx, { userId: input.userId, creationId: null }) : null
  // If there is room, it was purged in between.
  throw full ? new AppError(full.code, full.params) : new AppError('CREATION_NOT_FOUND')
}

/** The copy that this key has made. */
async function findCopy(
  ctx: GenerationsContext,
  { userId, requestKey, creationId }: DuplicateInput & { userId: string },
): Promise<CreationRowDto | null> {
  const row = await ctx.prisma.creation.findFirst({
    where: { userId, copyRequestKey: requestKey },
    select: { ...creationRowSelect, copiedFromId: true, purgedAt: true },
  })
  if (!row) return null
  if (row.copiedFromId !== creationId) throw new AppError('IDEMPOTENCY_KEY_REUSED')
  if (row.purgedAt !== null) throw new AppError('CREATION_NOT_FOUND')
  const [copy] = await withCovers(ctx, [toCreationRow(ctx, row)])
  return copy ?? null
}

interface Copy extends DuplicateInput {
  id: string
  versionId: string
  userId: string
  now: Date
  version: Awaited<ReturnType<typeof loadVersion>>
  searched: SearchedText
}

/**
 * Two statements would leave a work without its text; the reference to the version is checked when the statement ends. A key that has
 * made its copy makes no other.
 */
function copyStatement({ settings: { caps } }: GenerationsContext, copy: Copy): Prisma.Sql {
  const { id, versionId, userId, creationId, requestKey, now, version, searched } = copy
  return Prisma.sql`
    WITH source AS (SELECT * FROM creations WHERE id = ${creationId}::uuid AND user_id = ${userId}::uuid AND purged_at IS NULL
      AND EXISTS (SELECT 1 FROM (${storedCounts(caps, { userId, creationId: null })}) stored WHERE ${hasRoom(caps)})),
    copy AS (
      INSERT INTO creations (id, user_id, kind, tool_key, title, status, is_incomplete, word_count, current_version_id, copied_form,
        copied_from_id, copy_request_key, created_at, updated_at)
      SELECT ${id}::uuid, user_id, kind, tool_key, ${version.title}, 'succeeded', ${version.isIncomplete}, ${version.wordCount},
        ${versionId}::uuid, ${storableJson(version.form)}::jsonb, id, ${requestKey}::uuid, ${now}, ${now}
      FROM source
      ON CONFLICT (user_id, copy_request_key) WHERE copy_request_key IS NOT NULL DO NOTHING
      RETURNING id
    ), indexed AS (${indexStatement({ creationId: id, userId, searched }, Prisma.sql`copy`)}), pictures AS (
      INSERT INTO image_pictures (id, version_id, place, state, file_id, created_at)
      SELECT gen_random_uuid(), ${versionId}::uuid, p.place, 'made', p.file_id, ${now} FROM copy, image_pictures p
      WHERE p.state = 'made' AND (p.version_id = ${version.id}::uuid OR p.generation_id = ${version.generationId}::uuid)
    )
    INSERT INTO creation_versions (id, creation_id, ordinal, kind, title, result, checks, raw_text, word_count, is_incomplete, is_partial,
      is_sandbox, input_tokens, output_tokens, cost_micro_yuan, plain_form, created_at)
    SELECT ${versionId}::uuid, copy.id, 1, 'copied', ${version.title}, ${storableJson(version.result)}::jsonb,
      ${storableJson(version.checks)}::jsonb, ${version.rawText},
      ${version.wordCount}, ${version.isIncomplete}, ${version.isPartial}, ${version.isSandbox}, 0, 0, 0,
      ${version.plainForm === null ? null : storableJson(version.plainForm)}::jsonb, ${now}
    FROM copy`
}
