import type { Card } from '../cards/card.ts'
import type { ContentType } from '../platforms.ts'
import type { PackageMedia } from '../platform-package.ts'
import type { Adapting } from './adapting.ts'

/** What is uploaded: the cover first, then cards, then the rest as the text names it. What this kind of content cannot hold is told. */
export function arrangeMedia(adapting: Adapting, type: ContentType, cards: readonly Card[]): PackageMedia[] {
  const { document, media, platform } = adapting
  const cover = coverOf(adapting)
  const ofCards = cards.map((card, at): PackageMedia => ({ kind: 'card', id: `card-${at + 1}`, card }))
  const named = media.items().filter(({ id }) => id !== cover?.id)
  const isKept = (medium: PackageMedia) => isTaken(medium, type)
  // Outside articles, which have asked for theirs, all that the work holds goes along.
  if (type !== 'article') for (const fact of document.media) media.addFile(fact)
  const rest = type === 'article' ? named : media.items().filter(({ id }) => id !== cover?.id)
  const front = cover && (platform !== 'jianshu' || media.items().some(({ id }) => id === cover.id)) ? [cover] : []
  const kept = [...front, ...ofCards, ...rest].filter((medium) => isKept(medium) || medium.id === cover?.id)
  tellLeftOut(adapting, kept)
  return kept
}

function tellLeftOut({ document, changes }: Adapting, kept: readonly PackageMedia[]) {
  const ids = new Set(kept.map(({ id }) => id))
  for (const { id, name } of document.media) if (!ids.has(id)) changes.add('media_left_out', name)
}

function isTaken(medium: PackageMedia, type: ContentType): boolean {
  if (medium.kind !== 'file') return type !== 'video' || medium.kind === 'missing'
  return (medium.fact.kind === 'video') === (type === 'video')
}

function coverOf({ document }: Adapting): PackageMedia | null {
  if (document.cover === null) return null
  const fact = document.media.find(({ id }) => id === document.cover)
  return fact ? { kind: 'file', id: fact.id, fact } : { kind: 'missing', id: document.cover }
}

/** The chosen one, else the first picture; a film's first frame is not ours to choose. */
export function chooseCover(
  { document, changes, platform }: Adapting,
  type: ContentType,
  media: readonly PackageMedia[],
) {
  if (platform === 'jianshu') return null
  if (document.cover !== null) return document.cover
  const first = media.find(
    (medium) => medium.kind === 'card' || (medium.kind === 'file' && medium.fact.kind === 'image'),
  )
  if (type === 'video' || !first) return null
  if (first.kind === 'file') changes.add('cover_derived', first.fact.name)
  return first.id
}
