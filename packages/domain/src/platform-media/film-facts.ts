import { AppError } from '@mozhou/contracts/errors'
import { mostFileBytes } from '@mozhou/contracts/files/kinds'
import { formatId } from '@mozhou/contracts/ids'
import type { FilmFacts } from '@mozhou/integrations/files/port'
import type { VideoFacts } from '@mozhou/platforms/work-document'
import { filmColumns } from '../files/film-columns.ts'
import type { FilesContext } from '../files/files-context.ts'
import { leaving, openBytes } from '../files/open-file.ts'

interface WantedFilm {
  userId: string
  fileId: string
}

const fields = {
  id: true,
  purpose: true,
  sha256: true,
  mediaType: true,
  bytes: true,
  width: true,
  height: true,
  seconds: true,
  videoCodec: true,
  audioCodec: true,
} as const

/**
 * A person's own film as its container tells, and which bytes it is. That a model had a part in it nobody says but whoever declared it.
 * @throws AppError FILE_NOT_FOUND for one that is not theirs, no film, or in the trash; PUBLICATION_FILM_UNREADABLE
 */
export async function filmFacts(ctx: FilesContext, { userId, fileId }: WantedFilm): Promise<VideoFacts> {
  const file = await ctx.prisma.file.findFirst({
    where: { id: fileId, userId, kind: 'video', deletedAt: null },
    select: { id: true, name: true, contentId: true, assets: { select: fields } },
  })
  const asset = file && leaving(file.assets)
  if (!file || !asset) throw new AppError('FILE_NOT_FOUND')
  const film = filmColumns(asset) ?? (await measure(ctx, asset))
  if (film === null) throw new AppError('PUBLICATION_FILM_UNREADABLE', { field: 'video' })
  const isGenerated = file.contentId !== null
  const { sha256, mediaType: mimeType, bytes } = asset
  return {
    ...film,
    kind: 'video',
    id: file.id,
    sha256,
    source: formatId('file', file.id),
    name: file.name,
    mimeType,
    bytes,
    // A film is not looked at: what is seen in it its person knows.
    ai: { isGenerated, hasVisibleLabel: false, hasFileLabel: isGenerated },
  }
}

/** Of what came before films were measured: once, and remembered. */
async function measure(ctx: FilesContext, { id, sha256 }: { id: string; sha256: string }): Promise<FilmFacts | null> {
  const staged = await ctx.staging.receive(await openBytes(ctx, sha256), mostFileBytes.video)
  try {
    const found = await ctx.fileWork.examine(staged.path)
    if (found.kind !== 'video' || found.film === null) return null
    await ctx.prisma.fileAsset.updateMany({ where: { id }, data: found.film })
    return found.film
  } finally {
    await ctx.staging.discard(staged.path)
  }
}
