import { buffer } from 'node:stream/consumers'
import { formatId } from '@mozhou/contracts/ids'
import type { MediaSource } from '@mozhou/integrations/publishing/make-media'
import type { MediaFile, MediaWanted } from '@mozhou/integrations/publishing/media-port'
import type { PlatformPackage } from '@mozhou/platforms/platform-package'
import { signFileLink } from '../files/file-links.ts'
import { contentProducer } from '../files/keep-picture.ts'
import { findBytes, openBytes } from '../files/open-file.ts'
import type { PublicationsContext } from './publications-context.ts'

/**
 * All media of a package in the form in which the platform takes them: a person's files from the store, cards and formulas drawn. No
 * address that stands in a text is ever fetched: what the work does not hold is refused by a rule long before.
 * @throws AppError FILE_NOT_FOUND for a file that is gone by now
 */
export async function mediaFiles(
  ctx: PublicationsContext,
  { id: publicationId, package: pack }: { id: string; package: PlatformPackage },
  wanted: readonly MediaWanted[],
): Promise<MediaFile[]> {
  const files: MediaFile[] = []
  // One after the other: each may be large while it is made.
  for (const medium of pack.media) {
    const want = wanted.find(({ id }) => id === medium.id)
    if (!want || medium.kind === 'missing') continue
    const source = medium.kind === 'file' ? await sourceOf(ctx, medium.id) : null
    const label = await labelOf(ctx, publicationId, medium)
    const made = await ctx.makeMedia({ medium, wanted: want, source, label })
    files.push({ ...made, publicUrl: want.needsPublicUrl ? publicUrl(ctx, medium) : null })
  }
  return files
}

/** What an AI had a part in carries its mark in the file, too: what was generated its own, what is drawn of a text that of the publication. */
async function labelOf(
  { prisma }: PublicationsContext,
  publicationId: string,
  medium: PlatformPackage['media'][number],
): Promise<{ producer: string; contentId: string } | null> {
  if (medium.kind !== 'file') return { producer: contentProducer, contentId: keyOf(publicationId) }
  if (!medium.fact.ai.isGenerated) return null
  const file = await prisma.file.findUnique({ where: { id: medium.id }, select: { contentId: true } })
  return { producer: contentProducer, contentId: file?.contentId ?? keyOf(publicationId) }
}

async function sourceOf(ctx: PublicationsContext, fileId: string): Promise<MediaSource> {
  const found = await findBytes(ctx, { fileId, part: 'file', use: 'download' })
  const bytes = await buffer(await openBytes(ctx, found.sha256))
  return { name: found.name, mimeType: found.mediaType, bytes: new Uint8Array(bytes) }
}

function publicUrl(ctx: PublicationsContext, medium: PlatformPackage['media'][number]): string | null {
  if (medium.kind !== 'file') return null
  return ctx.publicApiUrl + signFileLink(ctx, { fileId: medium.id, part: 'file', use: 'show' }).url
}

/** Ours, the same for ever for this publication. */
export const keyOf = (publicationId: string): string => formatId('publication', publicationId)
