import { AppError } from '@mozhou/contracts/errors'
import type { MediaFact, WorkDocument } from '@mozhou/platforms/work-document'
import { documentParts } from '../creations/document-parts.ts'
import { hasModelPart } from '../creations/has-model-part.ts'
import { loadVersion } from '../creations/load-version.ts'
import { textTool } from '../creations/text-tool.ts'
import { filmFacts } from '../platform-media/film-facts.ts'
import { pictureFacts } from '../platform-media/picture-facts.ts'
import type { PublicationOptions } from './stored-package.ts'
import type { PublicationsContext } from './publications-context.ts'
import { workBlocks } from './work-blocks.ts'

/** Parts that are fields of their own on platforms, and no text. */
const summaryField = 'summary'
const tagFields = ['tags', 'keywords']

export interface Work {
  creationId: string
  versionId: string
  document: WorkDocument
}

interface Wanted {
  userId: string
  creationId: string
  versionId?: string | undefined
  options: PublicationOptions
}

/**
 * A version of one's own work, with the pictures that go along, as the platforms' code takes it.
 * @throws AppError CREATION_NOT_FOUND, CREATION_IN_TRASH, VERSION_NOT_FOUND, CREATION_HAS_NO_TEXT, PUBLICATION_NO_TEXT, FILE_NOT_FOUND,
 *   PUBLICATION_FILM_UNREADABLE
 */
export async function loadWork(
  ctx: PublicationsContext,
  { userId, creationId, versionId, options }: Wanted,
): Promise<Work> {
  const version = await loadVersion(ctx, { userId, creationId, versionId })
  if (version.isTrashed) throw new AppError('CREATION_IN_TRASH')
  const tool = textTool(version.work)
  const { result } = version
  const parts = documentParts(tool, result, false).filter(
    ({ field }) => field !== summaryField && !tagFields.includes(field),
  )
  if (parts.length === 0) throw new AppError('PUBLICATION_NO_TEXT')
  const summary = result[summaryField]
  const document: WorkDocument = {
    title: version.title,
    summary: typeof summary === 'string' && summary !== '' ? summary : null,
    author: null,
    blocks: workBlocks(parts),
    tags: tagFields.flatMap((field) => listOf(result[field])),
    media: await mediaOf(ctx, userId, options),
    cover: options.cover ?? options.pictures[0] ?? null,
    purpose: options.purpose,
    isAiGenerated: await hasModelPart(ctx, creationId),
  }
  return { creationId, versionId: version.id, document }
}

const listOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []

/** The cover goes along, whether or not it is named among the pictures. What readers are told of one that they cannot see is what its file is called. */
async function mediaOf(
  ctx: PublicationsContext,
  userId: string,
  { pictures, cover, video = null }: PublicationOptions,
): Promise<MediaFact[]> {
  const fileIds = cover === null || pictures.includes(cover) ? pictures : [cover, ...pictures]
  const facts = await pictureFacts(ctx, { userId, fileIds })
  const film = video === null ? [] : [await filmFacts(ctx, { userId, fileId: video })]
  return [...facts.map((fact) => ({ ...fact, alt: fact.name })), ...film]
}
