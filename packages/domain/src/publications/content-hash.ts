import { createHash } from 'node:crypto'
import type { PackageMedia, PlatformPackage } from '@mozhou/platforms/platform-package'

/** Spaces of any kind and signs without a width: with more or fewer of them a text is the same to its readers. */
const unseen = /[\s\p{Cf}]+/gu

const seenValue = (_key: string, value: unknown): unknown =>
  typeof value === 'string' ? value.normalize('NFC').replaceAll(unseen, '') : value

/** The same film uploaded again is the same film. */
function seenOf(medium: PackageMedia): string {
  if (medium.kind === 'card') return medium.card.text
  return medium.kind === 'file' && medium.fact.kind === 'video' ? medium.fact.sha256 : medium.id
}

/**
 * Of what readers would see: two packages with the same one are the same publication, whatever they were made from, however they are
 * spaced and in whatever order their tags and pictures stand.
 */
export function contentHash(pack: PlatformPackage): string {
  const { contentType, title, digest, author, body, cover } = pack
  const media = pack.media.map(seenOf)
  const seen = JSON.stringify(
    [contentType, title, digest, author, body, pack.tags.toSorted(), cover, media.toSorted()],
    seenValue,
  )
  return createHash('sha256').update(seen).digest('hex')
}
