import { AppError } from '@mozhou/contracts/errors'
import { formatId } from '@mozhou/contracts/ids'
import type { AttachmentDto } from '@mozhou/contracts/images/answers'
import type { AttachPictureInput } from '@mozhou/contracts/images/inputs'
import { attachmentRoles, mostAttachments } from '@mozhou/contracts/images/kinds'
import type { FilesContext } from '../files/files-context.ts'
import { storedOneOf } from '../stored.ts'
import { inTransaction } from '../transaction.ts'
import { readPictures } from './picture-dto.ts'
import { loadIllustratedWork, placeOf } from './work-parts.ts'

const storedRole = storedOneOf('attachments.role', attachmentRoles)

interface Place {
  creationId: string
  userId: string
}

/** The pictures of a work by their places; those in the trash come back with their files. @throws AppError CREATION_NOT_FOUND */
export async function listAttachments(ctx: FilesContext, { creationId, userId }: Place): Promise<AttachmentDto[]> {
  const creation = await ctx.prisma.creation.findUnique({
    where: { id: creationId, userId, purgedAt: null },
    select: {
      attachments: {
        where: { file: { deletedAt: null } },
        orderBy: [{ role: 'asc' }, { place: 'asc' }, { createdAt: 'asc' }, { id: 'asc' }],
        select: {
          id: true,
          role: true,
          place: true,
          fileId: true,
          createdAt: true,
          file: { select: { creationId: true } },
        },
      },
    },
  })
  if (!creation) throw new AppError('CREATION_NOT_FOUND')
  const { attachments } = creation
  const pictures = await readPictures(ctx, { userId, fileIds: attachments.map(({ fileId }) => fileId) })
  return attachments.flatMap((row) => {
    const picture = pictures.get(row.fileId)
    const role = storedRole(row.role)
    if (!picture) return []
    return [
      {
        id: formatId('attachment', row.id),
        creationId: formatId('creation', creationId),
        role,
        place: role === 'cover' ? null : row.place,
        picture,
        imageCreationId: row.file.creationId === null ? null : formatId('creation', row.file.creationId),
        createdAt: row.createdAt.toISOString(),
      },
    ]
  })
}

/**
 * Puts one of the person's pictures into a work of theirs; a cover takes the place of the one before. The same again is the same.
 * @throws AppError FILE_NOT_FOUND, ATTACHMENTS_LIMIT, those of `work-parts.ts`
 */
export async function attachPicture(
  ctx: FilesContext,
  input: AttachPictureInput & { userId: string },
): Promise<AttachmentDto> {
  const { creationId, fileId, role, userId } = input
  const { place } = placeOf(await loadIllustratedWork(ctx, input), {
    role,
    place: role === 'cover' ? 0 : (input.place ?? 0),
  })
  const isOwn = await ctx.prisma.file.count({ where: { id: fileId, userId, kind: 'picture', deletedAt: null } })
  if (isOwn === 0) throw new AppError('FILE_NOT_FOUND', { field: 'fileId' })
  await inTransaction(ctx, async (tx) => {
    await tx.prisma.$queryRaw`SELECT id FROM creations WHERE id = ${creationId}::uuid FOR UPDATE`
    if (role === 'cover')
      await tx.prisma.attachment.deleteMany({ where: { creationId, role, fileId: { not: fileId } } })
    const there = await tx.prisma.attachment.count({ where: { creationId, NOT: { fileId, role, place } } })
    if (there >= mostAttachments) throw new AppError('ATTACHMENTS_LIMIT', { limit: mostAttachments })
    await tx.prisma.attachment.createMany({
      data: [{ id: tx.newId(), creationId, fileId, role, place, createdAt: tx.clock.now() }],
      skipDuplicates: true,
    })
  })
  const attached = (await listAttachments(ctx, input)).find(
    (one) => one.picture.fileId === formatId('file', fileId) && one.role === role && (one.place ?? 0) === place,
  )
  if (!attached) throw new AppError('FILE_NOT_FOUND', { field: 'fileId' })
  return attached
}

/** Takes a picture out of a work; the picture stays. @throws AppError ATTACHMENT_NOT_FOUND */
export async function detachPicture(
  ctx: FilesContext,
  { attachmentId, userId }: { attachmentId: string; userId: string },
): Promise<{ ok: true }> {
  const { count } = await ctx.prisma.attachment.deleteMany({ where: { id: attachmentId, creation: { userId } } })
  if (count === 0) throw new AppError('ATTACHMENT_NOT_FOUND')
  return { ok: true }
}
