import { createHash } from 'node:crypto'
import type { PlatformPackage } from '@mozhou/platforms/platform-package'

/** Of what readers would see: two packages with the same one are the same publication, whatever they were made from. */
export function contentHash(pack: PlatformPackage): string {
  const { contentType, title, digest, author, body, tags, cover } = pack
  const media = pack.media.map((medium) => (medium.kind === 'card' ? medium.card.text : medium.id))
  const seen = JSON.stringify([contentType, title, digest, author, body, tags, cover, media])
  return createHash('sha256').update(seen).digest('hex')
}
