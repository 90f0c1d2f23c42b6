import { createHash } from 'node:crypto'
import type { MadePictures, ThumbnailPaths } from '@mozhou/integrations/files/port'
import { cleanName } from './file-rules.ts'
import type { FilesContext } from './files-context.ts'
import { holdPictures } from './hold-pictures.ts'
import { insertFile } from './insert-file.ts'
import { withStaged } from './with-staged.ts'

export interface DrawnPicture {
  userId: string
  /** The work whose words it shows: it goes with it. */
  creationId: string
  /** All that decides what is seen on it: the same content of one work is one file. */
  content: string
  /** The number that its marks of an AI name; null where no model had a part in the words. */
  contentId: string | null
  name: string
}

/**
 * Keeps a picture that the platform drew of a work's own words, once per content. Nobody asked for the space it takes, and a publication waits
 * for it: it is kept however full the space is. One that lies in the trash is taken out of it.
 * @returns the id of the file
 * @throws AppError what drawing refuses, FILES_BUSY
 */
export async function keepDrawn(
  ctx: FilesContext,
  picture: DrawnPicture,
  draw: (paths: { to: string; thumbnails: ThumbnailPaths }) => Promise<MadePictures>,
): Promise<string> {
  const { userId, creationId, contentId } = picture
  const isAi = contentId !== null
  const originKey = drawnKey({ creationId, isAi, content: picture.content })
  const before = await findDrawn(ctx, originKey)
  if (before !== null) return before
  const assets = await withStaged(ctx, async (reserve) => {
    const thumbnails = { card: await reserve(), icon: await reserve() }
    return holdPictures(ctx, await draw({ to: await reserve(), thumbnails }), isAi ? 'delivery' : 'original')
  })
  // A person's own words are theirs as pictures, too; only what a model had a part in has a number to its marks.
  const origin = isAi ? 'creation' : 'upload'
  const owner = { userId, creationId, contentId, originKey, kind: 'picture', origin } as const
  return insertFile(ctx, { ...owner, name: cleanName(picture.name), assets }, { isLimited: false })
}

/** What a drawn picture is found again by. */
export function drawnKey({
  creationId,
  isAi,
  content,
}: {
  creationId: string
  isAi: boolean
  content: string
}): string {
  const hash = createHash('sha256').update(content).digest('hex')
  return `drawn:${creationId}:${isAi ? 'ai' : 'own'}:${hash}`
}

async function findDrawn({ prisma }: Pick<FilesContext, 'prisma'>, originKey: string): Promise<string | null> {
  const found = await prisma.file.findUnique({ where: { originKey }, select: { id: true, deletedAt: true } })
  if (!found) return null
  if (found.deletedAt === null) return found.id
  // Gone for good by now: it is drawn anew.
  const { count } = await prisma.file.updateMany({ where: { id: found.id }, data: { deletedAt: null } })
  return count > 0 ? found.id : null
}
