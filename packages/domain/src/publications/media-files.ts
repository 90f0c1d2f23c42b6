import { buffer } from 'node:stream/consumers'
import { AppError } from '@mozhou/contracts/errors'
import { fillErrorText } from '@mozhou/contracts/error-text'
import { filesErrorsEn } from '@mozhou/contracts/files/words.en'
import { filesErrorsZh } from '@mozhou/contracts/files/words.zh'
import { formatId } from '@mozhou/contracts/ids'
import { waitsEn } from '@mozhou/contracts/rules.en'
import { waitsZh } from '@mozhou/contracts/rules.zh'
import type { Wording } from '@mozhou/contracts/wording'
import type { MediaSource } from '@mozhou/integrations/publishing/make-media'
import type { MediaFile, MediaWanted } from '@mozhou/integrations/publishing/media-port'
import type { PlatformPackage } from '@mozhou/platforms/platform-package'
import { signFileLink } from '../files/file-links.ts'
import { contentProducer } from '../files/keep-picture.ts'
import { findBytes, openBytes } from '../files/open-file.ts'
import type { DrawnFor, DrawnMedium } from '../platform-media/keep-drawn-medium.ts'
import { openDrawnMedium } from '../platform-media/open-drawn-medium.ts'
import type { PublicationsContext } from './publications-context.ts'

/** A card or a formula that cannot be drawn as it is written: nothing is sent in its place. */
export class Undrawable extends Error {
  readonly mediaId: string
  readonly why: Wording

  constructor(mediaId: string, why: Wording, cause: unknown) {
    super(`${mediaId} cannot be drawn`, { cause })
    this.mediaId = mediaId
    this.why = why
  }
}

interface Publication {
  id: string
  package: PlatformPackage
}

/** A file of the store, and the picture in it. */
type Opened = MediaSource & { fileId: string }

/**
 * All media of a package in the form in which the platform takes them: a person's files from the store, cards and formulas drawn. No
 * address that stands in a text is ever fetched: what the work does not hold is refused by a rule long before.
 * @throws AppError FILE_NOT_FOUND for a file that is gone by now, FILES_BUSY
 * @throws Undrawable
 */
export async function mediaFiles(
  ctx: PublicationsContext,
  publication: Publication,
  wanted: readonly MediaWanted[],
): Promise<MediaFile[]> {
  const files: MediaFile[] = []
  const drawnFor = await drawnForOf(ctx, publication)
  // One after the other: each may be large while it is made.
  for (const medium of publication.package.media) {
    const want = wanted.find(({ id }) => id === medium.id)
    if (!want || medium.kind === 'missing') continue
    const { fileId, ...source } =
      medium.kind === 'file' ? await openOwn(ctx, medium.id) : await openDrawn(ctx, medium, drawnFor)
    const label = await labelOf(ctx, fileId)
    const made = await ctx.makeMedia({ id: medium.id, wanted: want, source, label })
    files.push({ ...made, publicUrl: want.needsPublicUrl ? publicUrl(ctx, fileId) : null })
  }
  return files
}

async function drawnForOf(
  { prisma }: PublicationsContext,
  { id, package: { declarations } }: Publication,
): Promise<DrawnFor> {
  const row = await prisma.publication.findUniqueOrThrow({
    where: { id },
    select: { userId: true, creationId: true, title: true },
  })
  return { ...row, isAiGenerated: declarations.ai !== null }
}

async function openDrawn(ctx: PublicationsContext, medium: DrawnMedium, drawnFor: DrawnFor): Promise<Opened> {
  try {
    return await openDrawnMedium(ctx, medium, drawnFor)
  } catch (cause) {
    const why = cause instanceof AppError ? unreadable(cause) : null
    throw why === null ? cause : new Undrawable(medium.id, why, cause)
  }
}

/** In words, what its person would have to write otherwise; null for what passes. */
function unreadable({ code, params }: AppError): Wording | null {
  if (code !== 'PICTURE_LETTERS_MISSING' && code !== 'FORMULA_UNREADABLE') return null
  return {
    zh: fillErrorText(filesErrorsZh[code], params, { waits: waitsZh, number: String }),
    en: fillErrorText(filesErrorsEn[code], params, { waits: waitsEn, number: String }),
  }
}

async function openOwn(ctx: PublicationsContext, fileId: string): Promise<Opened> {
  const found = await findBytes(ctx, { fileId, part: 'file', use: 'download' })
  const bytes = await buffer(await openBytes(ctx, found.sha256))
  return { fileId, name: found.name, mimeType: found.mediaType, bytes: new Uint8Array(bytes) }
}

/** What an AI had a part in carries its mark in the file, too, by the number that it was made under. */
async function labelOf(
  { prisma }: PublicationsContext,
  fileId: string,
): Promise<{ producer: string; contentId: string } | null> {
  const { contentId } = await prisma.file.findUniqueOrThrow({ where: { id: fileId }, select: { contentId: true } })
  return contentId === null ? null : { producer: contentProducer, contentId }
}

/** A share waits an hour for its person and the app then fetches; a review may fetch again hours later. */
const publicLinkMs = 24 * 3_600_000

const publicUrl = (ctx: PublicationsContext, fileId: string): string =>
  ctx.publicApiUrl + signFileLink(ctx, { fileId, part: 'file', use: 'show', livesForMs: publicLinkMs }).url

/** Ours, the same for ever for this publication. */
export const keyOf = (publicationId: string): string => formatId('publication', publicationId)
