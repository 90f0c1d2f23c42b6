import { mediaNamed } from '@mozhou/platforms/media-address'
import type { PackageMedia, PlatformPackage } from '@mozhou/platforms/platform-package'
import type { MediaRole, MediaWanted } from '../media-port.ts'

const MiB = 1_048_576

export const pictureTypes = ['image/jpeg', 'image/png'] as const

export const isVideo = (medium: PackageMedia): boolean => medium.kind === 'file' && medium.fact.kind === 'video'

/** What each of the media is for in this package. */
export function rolesOf(pkg: PlatformPackage, medium: PackageMedia): MediaRole[] {
  if (isVideo(medium)) return ['video']
  const shown = pkg.body.form === 'text' ? [] : mediaNamed(pkg.body.form === 'html' ? pkg.body.html : pkg.body.markdown)
  const roles: MediaRole[] = []
  if (medium.id === pkg.cover) roles.push('cover')
  if (shown.includes(medium.id)) roles.push('body')
  if (pkg.contentType === 'image_text') roles.push('set')
  return roles
}

type Need = Omit<MediaWanted, 'id' | 'roles'>

export const wanted = (pkg: PlatformPackage, needOf: (roles: readonly MediaRole[]) => Need): MediaWanted[] =>
  pkg.media
    .filter(({ kind }) => kind !== 'missing')
    .map((medium) => ({ id: medium.id, roles: rolesOf(pkg, medium) }))
    .filter(({ roles }) => roles.length > 0)
    .map(({ id, roles }) => ({ id, roles, ...needOf(roles) }))

/** Saved by a person and put in by hand: the editors take the usual. */
export const accessFreeNeeds = (pkg: PlatformPackage): MediaWanted[] =>
  wanted(pkg, (roles) =>
    roles.includes('video')
      ? { mimeTypes: ['video/mp4'], maxBytes: 5 * 1024 * MiB, needsPublicUrl: false }
      : { mimeTypes: pictureTypes, maxBytes: 20 * MiB, needsPublicUrl: false },
  )
