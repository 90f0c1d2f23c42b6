import type { CreationRowDto } from '@mozhou/contracts/creations/answers'
import type { WriteOwnInput } from '@mozhou/contracts/creations/inputs'
import { AppError } from '@mozhou/contracts/errors'
import { wechatArticleInput } from '@mozhou/contracts/tools/wechat-article/fields'
import type { WechatArticleInput } from '@mozhou/contracts/tools/wechat-article/fields'
import { Prisma } from '@mozhou/db/client'
import { lockUser } from '../accounts/lock-user.ts'
import type { GenerationsContext } from '../generations/fulfilment.ts'
import { indexStatement } from '../search/index-text.ts'
import { storableJson, storableText } from '../storable-text.ts'
import { hasRoom, storedCounts, whyFull } from '../stored-caps.ts'
import { creationRowSelect, toCreationRow } from './creation-row.ts'

/** Its fields are those that every platform asks for: title, summary, text and keywords. */
const tool = 'wechat-article'

/**
 * A work that its person wrote alone: no model was asked, nothing is charged. The same request key gives the same work.
 * @throws AppError CREATIONS_LIMIT, STORED_TEXT_LIMIT, IDEMPOTENCY_KEY_REUSED for one that copied a work
 */
export async function writeOwn(
  ctx: GenerationsContext,
  { userId, requestKey, title, summary = '', body, tags = [] }: WriteOwnInput & { userId: string },
): Promise<CreationRowDto> {
  const before = await findWritten(ctx, userId, requestKey)
  if (before) return before
  const written = { title, summary, body, keywords: tags }
  const form = wechatArticleInput.parse({ topic: topicOf(title) })
  const base = { title, result: written, isIncomplete: false, hasUnwrittenParts: false }
  const weighed = await ctx.textWork.weighEdited(userId, { tool, written, base, form })
  const ids = { creationId: ctx.newId(), versionId: ctx.newId() }
  // Under the lock the counts hold until commit.
  await ctx.prisma.$transaction([
    ctx.prisma.$executeRaw(lockUser(userId)),
    ctx.prisma.$executeRaw(storeStatement(ctx, { ...weighed, ...ids, form, userId, requestKey, now: ctx.clock.now() })),
  ])
  const row = await findWritten(ctx, userId, requestKey)
  if (row) return row
  const full = await whyFull(ctx, { userId, creationId: null })
  // If there is room now, some was made in between.
  throw full ? new AppError(full.code, full.params) : new AppError('SERVICE_UNAVAILABLE')
}

/** The work that this key has made. */
async function findWritten(
  ctx: GenerationsContext,
  userId: string,
  requestKey: string,
): Promise<CreationRowDto | null> {
  const row = await ctx.prisma.creation.findFirst({
    where: { userId, copyRequestKey: requestKey },
    select: { ...creationRowSelect, copiedFromId: true, purgedAt: true },
  })
  if (!row) return null
  if (row.copiedFromId !== null || row.purgedAt !== null) throw new AppError('IDEMPOTENCY_KEY_REUSED')
  return toCreationRow(ctx, row)
}

/** What a form asks for at least; the form is what a model would be given, should one ever be asked. */
function topicOf(title: string): string {
  const signs = Array.from(title)
  return signs.length < 2 ? `《${title}》` : signs.slice(0, 100).join('').trim()
}

type Own = Awaited<ReturnType<GenerationsContext['textWork']['weighEdited']>> & {
  userId: string
  requestKey: string
  form: WechatArticleInput
  creationId: string
  versionId: string
  now: Date
}

/** One statement, so that there is never a work without its text. What a model's text is held to says nothing of a person's. */
function storeStatement({ settings: { caps } }: GenerationsContext, own: Own): Prisma.Sql {
  const { userId, creationId, versionId, now } = own
  const [title, result, rawText] = [storableText(own.title), storableJson(own.result), storableText(own.rawText)]
  return Prisma.sql`
    WITH own AS (
      INSERT INTO creations (id, user_id, kind, tool_key, title, status, word_count, current_version_id, copied_form,
        copy_request_key, created_at, updated_at)
      SELECT ${creationId}::uuid, ${userId}::uuid, 'writing', ${tool}, ${title}, 'succeeded', ${own.wordCount}, ${versionId}::uuid,
        ${storableJson(own.form)}::jsonb, ${own.requestKey}::uuid, ${now}, ${now}
      FROM (${storedCounts(caps, { userId, creationId: null })}) stored WHERE ${hasRoom(caps)}
      ON CONFLICT (user_id, copy_request_key) WHERE copy_request_key IS NOT NULL DO NOTHING
      RETURNING id
    ), indexed AS (${indexStatement({ creationId, userId, searched: own.searched }, Prisma.sql`own`)})
    INSERT INTO creation_versions (id, creation_id, ordinal, kind, title, result, checks, raw_text, word_count, is_incomplete, is_partial,
      is_sandbox, input_tokens, output_tokens, cost_micro_yuan, created_at)
    SELECT ${versionId}::uuid, own.id, 1, 'edited', ${title}, ${result}::jsonb, '[]'::jsonb, ${rawText}, ${own.wordCount}, false, false,
      false, 0, 0, 0, ${now}
    FROM own`
}
