import { AppError } from '@mozhou/contracts/errors'
import { mostFileBytes } from '@mozhou/contracts/files/kinds'
import type { PictureRef } from '@mozhou/contracts/images/inputs'
import type { FilesContext } from '../files/files-context.ts'
import { uploadFile } from '../files/upload-file.ts'
import { findPicture } from './load-picture.ts'
import type { StoredPicture } from './load-picture.ts'

/** A picture that is worked on, and the work of pictures that it stands in, where that is one's own and not in the trash. */
export interface ResolvedPicture {
  picture: StoredPicture
  name: string
  /** A model had a part in it. */
  isAiGenerated: boolean
  home: { creationId: string; versionId: string } | null
}

/** `field` is what the caller calls it. */
export interface WantedPicture {
  userId: string
  requestKey: string
  ref: PictureRef
  field: 'image' | 'mask' | 'reference'
}

/** @throws AppError FILE_NOT_FOUND, IMAGE_URL_REFUSED, and those of an upload */
export async function resolvePicture(ctx: FilesContext, wanted: WantedPicture): Promise<ResolvedPicture> {
  const { ref, userId, field } = wanted
  const fileId = 'fileId' in ref ? ref.fileId : await fetchIn(ctx, wanted, ref.url)
  const file = await ctx.prisma.file.findFirst({
    where: { id: fileId, userId, deletedAt: null, kind: 'picture' },
    select: { name: true, contentId: true },
  })
  const picture = file ? await findPicture(ctx, fileId) : null
  if (!file || !picture) throw new AppError('FILE_NOT_FOUND', { field })
  const isAiGenerated = file.contentId !== null
  return { picture, name: file.name, isAiGenerated, home: await homeOf(ctx, { fileId, userId }) }
}

/** Kept among the person's files, once for each press. */
async function fetchIn(ctx: FilesContext, { userId, requestKey, field }: WantedPicture, url: string): Promise<string> {
  try {
    return await uploadFile(ctx, {
      userId,
      kind: 'picture',
      name: nameOf(url),
      bytes: ctx.pictureTools.fetchFile(url, mostFileBytes.picture),
      requestKey: `${requestKey}:${field}`,
      saidBytes: null,
    })
  } catch (cause) {
    if (cause instanceof AppError) throw new AppError(cause.code, { ...cause.params, field }, { cause })
    ctx.log.info({ err: cause, field }, 'a picture could not be fetched')
    throw new AppError('IMAGE_URL_REFUSED', { field }, { cause })
  }
}

function nameOf(url: string): string {
  const last = new URL(url).pathname.split('/').at(-1) ?? ''
  try {
    return decodeURIComponent(last)
  } catch {
    return last
  }
}

async function homeOf(ctx: FilesContext, { fileId, userId }: { fileId: string; userId: string }) {
  const creation = { userId, deletedAt: null, purgedAt: null, kind: 'image' }
  const row = await ctx.prisma.imagePicture.findFirst({
    where: { fileId, OR: [{ version: { creation } }, { generation: { creation, version: { isNot: null } } }] },
    orderBy: { createdAt: 'asc' },
    select: {
      version: { select: { id: true, creationId: true } },
      generation: { select: { version: { select: { id: true, creationId: true } } } },
    },
  })
  const version = row?.version ?? row?.generation?.version
  return version ? { creationId: version.creationId, versionId: version.id } : null
}
