import { AppError } from '@mozhou/contracts/errors'
import { formatId } from '@mozhou/contracts/ids'
import type { ImageEnlargedDto } from '@mozhou/contracts/images/answers'
import type { EnlargeImageInput } from '@mozhou/contracts/images/inputs'
import { Prisma } from '@mozhou/db/client'
import { lockUser } from '../accounts/lock-user.ts'
import type { TxContext } from '../context.ts'
import { keepPicture } from '../files/keep-picture.ts'
import type { GenerationsContext } from '../generations/fulfilment.ts'
import { indexStatement, searchedText } from '../search/index-text.ts'
import { hasRoom, storedCounts, whyFull } from '../stored-caps.ts'
import { storableJson } from '../storable-text.ts'
import type { ImageInput } from './image-input.ts'
import { readFoundPicture } from './load-picture.ts'
import { readPictures } from './picture-dto.ts'
import { refuseTooLarge } from './request-image.ts'
import { resolvePicture } from './resolve-picture.ts'
import type { ResolvedPicture } from './resolve-picture.ts'

/**
 * A picture larger, pixel by pixel: no model, no detail added, and so no price. A version of the work that the picture is of, or of a new one, which
 * says what it is. It has the marks of an AI where the picture has them. The same request key gives the first one again.
 * @throws AppError IMAGE_TOO_LARGE_TO_ENLARGE, those of a picture (`resolve-picture.ts`), CREATION_BUSY, and of what a person may have stored
 */
export async function enlargeImage(
  ctx: GenerationsContext,
  input: EnlargeImageInput & { userId: string },
): Promise<ImageEnlargedDto> {
  const { userId, requestKey, factor } = input
  const originKey = `enlarge:${userId}:${requestKey}`
  const before = await findEnlarged(ctx, { originKey, userId })
  if (before) return before
  const given = await resolvePicture(ctx, { userId, requestKey, ref: input.image, field: 'image' })
  refuseTooLarge(given.picture, factor)
  const larger = await ctx.pictureTools.enlargePicture(await readFoundPicture(ctx, given.picture), factor)
  const ids = { creationId: given.home?.creationId ?? ctx.newId(), versionId: ctx.newId() }
  const file = {
    userId,
    creationId: ids.creationId,
    originKey,
    contentId: given.isAiGenerated ? formatId('version', ids.versionId) : null,
    name: `${given.name} ${factor}x`,
  }
  await ctx.prisma.$transaction((prisma) => begin({ ...ctx, prisma }, { ...input, ...ids, given }))
  const bytes = async function* () {
    yield larger.bytes
  }
  await keepPicture(ctx, { ...file, bytes: bytes() }, (tx, fileId) =>
    storeVersion(tx, { ...input, ...ids, given, fileId }),
  )
  const stored = await findEnlarged(ctx, { originKey, userId })
  if (!stored) throw new AppError('FILE_NOT_FOUND', { field: 'image' })
  return stored
}

interface Enlarging {
  userId: string
  creationId: string
  versionId: string
  factor: number
  given: ResolvedPicture
}

/** The work that the version is to stand in; a new one is a draft, invisible, until it has its picture. */
async function begin(tx: TxContext, { userId, creationId, given }: Enlarging): Promise<void> {
  await tx.prisma.$executeRaw(lockUser(userId))
  const { caps } = tx.settings
  const counted = { userId, creationId: given.home?.creationId ?? null }
  const [room] = await tx.prisma.$queryRaw<unknown[]>`
    SELECT 1 FROM (${storedCounts(caps, counted)}) stored WHERE ${hasRoom(caps)}`
  if (room === undefined) {
    const full = await whyFull(tx, counted)
    if (full) throw new AppError(full.code, full.params)
  }
  if (given.home) return
  const now = tx.clock.now()
  await tx.prisma.creation.create({
    data: {
      id: creationId,
      userId,
      kind: 'image',
      toolKey: 'image-upscale',
      title: given.name,
      status: 'draft',
      createdAt: now,
      updatedAt: now,
    },
  })
}

async function storeVersion(
  tx: TxContext,
  { userId, creationId, versionId, factor, given, fileId }: Enlarging & { fileId: string },
): Promise<void> {
  const now = tx.clock.now()
  const [creation] = await tx.prisma.$queryRaw<{ title: string; isBusy: boolean }[]>`
    SELECT title, status IN ('accepted', 'running') AS "isBusy" FROM creations WHERE id = ${creationId}::uuid FOR UPDATE`
  if (!creation) throw new AppError('CREATION_NOT_FOUND')
  if (creation.isBusy) throw new AppError('CREATION_BUSY')
  const form = plainForm(given, factor)
  const searched = searchedText(creation.title, {})
  await tx.prisma.$executeRaw`
    WITH version AS (
      INSERT INTO creation_versions (id, creation_id, ordinal, kind, title, result, checks, raw_text, word_count, is_incomplete, is_partial,
        is_sandbox, input_tokens, output_tokens, cost_micro_yuan, plain_form, created_at)
      SELECT ${versionId}::uuid, ${creationId}::uuid,
        1 + coalesce((SELECT max(ordinal) FROM creation_versions WHERE creation_id = ${creationId}::uuid), 0),
        'edited', ${creation.title}, ${storableJson({ prompt: '' })}::jsonb, '[]'::jsonb, '', 0, false, false, false, 0, 0, 0,
        ${storableJson(form)}::jsonb, ${now}
      RETURNING id
    ), indexed AS (${indexStatement({ creationId, userId, searched }, Prisma.sql`version`, Prisma.sql`false`)})
    UPDATE creations SET status = 'succeeded', is_incomplete = false, current_version_id = ${versionId}::uuid, updated_at = ${now}
    WHERE id = ${creationId}::uuid`
  await tx.prisma.imagePicture.create({
    data: { id: tx.newId(), versionId, place: 1, state: 'made', fileId, createdAt: now },
  })
}

const plainForm = ({ picture, home }: ResolvedPicture, factor: number): ImageInput => ({
  tool: 'image-upscale',
  operation: 'upscale',
  prompt: '',
  helpsPrompt: false,
  negativePrompt: '',
  size: null,
  style: 'none',
  quality: 'standard',
  count: 1,
  strength: null,
  factor,
  work: null,
  sourceFileId: picture.fileId,
  sourceVersionId: home?.versionId ?? null,
  maskFileId: null,
  unitCredits: 0,
})

async function findEnlarged(
  ctx: GenerationsContext,
  { originKey, userId }: { originKey: string; userId: string },
): Promise<ImageEnlargedDto | null> {
  const row = await ctx.prisma.imagePicture.findFirst({
    where: { file: { originKey }, version: { isNot: null } },
    select: { fileId: true, version: { select: { id: true, creationId: true } } },
  })
  if (!row?.version || row.fileId === null) return null
  const picture = (await readPictures(ctx, { userId, fileIds: [row.fileId] })).get(row.fileId)
  if (!picture) return null
  const { id, creationId } = row.version
  return { creationId: formatId('creation', creationId), versionId: formatId('version', id), picture }
}
