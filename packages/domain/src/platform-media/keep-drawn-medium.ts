import { formatId } from '@mozhou/contracts/ids'
import { cardSvg } from '@mozhou/platforms/cards/card-svg'
import type { PackageMedia } from '@mozhou/platforms/platform-package'
import type { FilesContext } from '../files/files-context.ts'
import { contentProducer } from '../files/keep-picture.ts'
import { keepDrawn } from '../files/keep-drawn.ts'

/** What a package has drawn for it. */
export type DrawnMedium = Extract<PackageMedia, { kind: 'card' | 'formula' }>

export interface DrawnFor {
  userId: string
  creationId: string
  /** As it is called in lists of files. */
  title: string
  /** Whether a model had a part in the words: the picture then carries the marks of an AI. */
  isAiGenerated: boolean
}

/**
 * A card or a formula of a package as a file of its author's, drawn once per content: a second platform with the same card, and a second try,
 * find it.
 * @returns the id of the file
 * @throws AppError PICTURE_LETTERS_MISSING, FORMULA_UNREADABLE, FILES_BUSY
 */
export async function keepDrawnMedium(
  ctx: FilesContext,
  medium: DrawnMedium,
  { userId, creationId, title, isAiGenerated }: DrawnFor,
): Promise<string> {
  const contentId = isAiGenerated ? formatId('creation', creationId) : null
  const label = contentId === null ? null : { producer: contentProducer, contentId }
  const owner = { userId, creationId, contentId, name: `${title} ${medium.id}` }
  const content = contentOf(medium)
  if (medium.kind === 'card')
    return keepDrawn(ctx, { ...owner, content }, (paths) => ctx.fileWork.draw({ svg: content, label, ...paths }))
  const { tex, isDisplay } = medium
  return keepDrawn(ctx, { ...owner, content }, (paths) => ctx.fileWork.drawFormula({ tex, isDisplay, label, ...paths }))
}

/** All that decides what is seen. */
export function contentOf(medium: DrawnMedium): string {
  if (medium.kind === 'card') return cardSvg(medium.card)
  return `formula ${medium.isDisplay ? 'display' : 'inline'} ${medium.tex}`
}
