import { inActive } from '../generations/active-generation.ts'
import { activeStatuses } from '@mozhou/contracts/generations/kinds'
import type { VersionDto } from '@mozhou/contracts/creations/answers'
import { AppError } from '@mozhou/contracts/errors'
import type { ToolResult } from '@mozhou/contracts/results/section'
import type { ToolCheck } from '@mozhou/contracts/tools/check-answer'
import { formatId } from '@mozhou/contracts/ids'
import { Prisma } from '@mozhou/db/client'
import type { DomainContext } from '../context.ts'
import { storableJson, storableText } from '../storable-text.ts'
import { hasRoom, storedCounts, whyFull } from '../stored-caps.ts'
import { indexStatement } from '../search/index-text.ts'
import type { SearchedText } from '../search/index-text.ts'
import { lockUser } from '../accounts/lock-user.ts'
import { toVersionDto, versionSelect } from '../creations/version-dto.ts'

/** A version that a person makes, of the text that `baseVersionId` has been until now. */
export interface OwnVersion {
  creationId: string
  userId: string
  baseVersionId: string
  kind: 'edited' | 'restored'
  /** The rewrite that was accepted, once. */
  generationId: string | null
  title: string
  result: ToolResult
  checks: ToolCheck[]
  rawText: string
  searched: SearchedText
  wordCount: number
  isIncomplete: boolean
  isPartial: boolean
  isSandbox: boolean
}

/**
 * Stores it as the newest version, if nothing has come in between: one statement, under the lock that requests of this person take.
 * A rewrite that is being written makes no version, and so keeps nobody from making one.
 * @throws AppError CREATION_NOT_FOUND, CREATION_IN_TRASH, CREATION_HAS_NO_TEXT, CREATION_BUSY, CREATION_CONFLICT, VERSIONS_LIMIT, STORED_TEXT_LIMIT.
 */
export async function addOwnVersion(ctx: DomainContext, own: OwnVersion): Promise<VersionDto> {
  const id = ctx.newId()
  const [, stored] = await ctx.prisma.$transaction([
    ctx.prisma.$executeRaw(lockUser(own.userId)),
    ctx.prisma.$executeRaw(storeStatement(ctx, id, { ...own, now: ctx.clock.now() })),
  ])
  if (stored === 0) throw await refusalOf(ctx, own)
  return toVersionDto(await ctx.prisma.version.findUniqueOrThrow({ where: { id }, select: versionSelect }))
}

/** A rewrite that is accepted was paid for, and asked about room when its button was pressed. */
const asksForRoom = (own: OwnVersion) => own.generationId === null

function storeStatement({ settings }: DomainContext, id: string, own: OwnVersion & { now: Date }): Prisma.Sql {
  const [title, result] = [storableText(own.title), storableJson(own.result)]
  return Prisma.sql`
    WITH base AS (
      SELECT id FROM creations
      WHERE id = ${own.creationId}::uuid AND user_id = ${own.userId}::uuid AND deleted_at IS NULL
        AND current_version_id = ${own.baseVersionId}::uuid
      FOR UPDATE
    ), free AS (
      SELECT base.id FROM base WHERE NOT EXISTS (
        SELECT 1 FROM generations WHERE creation_id = base.id AND ${inActive} AND yields = 'version')
        AND NOT EXISTS (SELECT 1 FROM creation_versions WHERE generation_id = ${own.generationId}::uuid)
        AND (NOT ${asksForRoom(own)} OR EXISTS (SELECT 1 FROM (${storedCounts(settings.caps, own)}) stored WHERE ${hasRoom(settings.caps)}))
    ), version AS (
      INSERT INTO creation_versions (id, creation_id, generation_id, ordinal, kind, title, result, checks, raw_text, word_count, is_incomplete,
        is_partial, is_sandbox, input_tokens, output_tokens, cost_micro_yuan, created_at)
      SELECT ${id}::uuid, free.id, ${own.generationId}::uuid,
        1 + (SELECT max(ordinal) FROM creation_versions WHERE creation_id = free.id),
        ${own.kind}, ${title}, ${result}::jsonb, ${storableJson(own.checks)}::jsonb, ${storableText(own.rawText)}, ${own.wordCount}, ${own.isIncomplete},
        ${own.isPartial}, ${own.isSandbox}, 0, 0, 0, ${own.now}
      FROM free
    ), indexed AS (${indexStatement(own, Prisma.sql`free`)})
    UPDATE creations SET title = ${title}, word_count = ${own.wordCount}, is_incomplete = ${own.isIncomplete},
      current_version_id = ${id}::uuid, updated_at = ${own.now}
    FROM free WHERE creations.id = free.id`
}

async function refusalOf(ctx: DomainContext, own: OwnVersion): Promise<AppError> {
  const row = await ctx.prisma.creation.findUnique({
    where: { id: own.creationId, userId: own.userId, purgedAt: null },
    select: {
      deletedAt: true,
      currentVersionId: true,
      generations: {
        where: { status: { in: [...activeStatuses] }, yields: 'version' },
        select: { id: true },
      },
    },
  })
  if (!row) return new AppError('CREATION_NOT_FOUND')
  if (row.deletedAt !== null) return new AppError('CREATION_IN_TRASH')
  if (row.currentVersionId === null) return new AppError('CREATION_HAS_NO_TEXT')
  if (row.generations.length > 0) return new AppError('CREATION_BUSY')
  const full = asksForRoom(own) && row.currentVersionId === own.baseVersionId ? await whyFull(ctx, own) : null
  if (full) return new AppError(full.code, full.params)
  if (row.currentVersionId === own.baseVersionId) return new AppError('CREATION_BUSY')
  return new AppError('CREATION_CONFLICT', {
    currentVersionId: formatId('version', row.currentVersionId),
    baseVersionId: formatId('version', own.baseVersionId),
  })
}
