import type { PackageEdits } from '@mozhou/contracts/publications/inputs'
import type { Body, PlatformPackage } from '@mozhou/platforms/platform-package'

/**
 * A package as its person has changed it. Declarations are not for anybody to take out; media can be left out and put into another order,
 * and nothing can be put in that the package does not hold.
 */
export function applyEdits(pack: PlatformPackage, edits: PackageEdits): PlatformPackage {
  const media = edits.media === undefined ? pack.media : chosen(pack, edits.media)
  const cover = edits.cover === undefined ? pack.cover : edits.cover
  return {
    ...pack,
    title: edits.title ?? pack.title,
    digest: edits.digest ?? pack.digest,
    author: edits.author === undefined ? pack.author : edits.author,
    body: edits.body === undefined ? pack.body : withText(pack.body, edits.body),
    tags: edits.tags ?? pack.tags,
    media,
    ...(edits.originUrl !== undefined && { originUrl: edits.originUrl }),
    cover: media.some(({ id }) => id === cover) ? cover : null,
    declarations: { ...pack.declarations, isOriginal: edits.isOriginal ?? pack.declarations.isOriginal },
  }
}

function chosen({ media }: PlatformPackage, ids: readonly string[]): PlatformPackage['media'] {
  return [...new Set(ids)].flatMap((id) => media.find((medium) => medium.id === id) ?? [])
}

function withText(body: Body, text: string): Body {
  switch (body.form) {
    case 'html':
      return { form: 'html', html: text }
    case 'markdown':
      return { form: 'markdown', markdown: text }
    case 'text':
      return { form: 'text', text }
  }
}

export const isEdit = (edits: PackageEdits | undefined): edits is PackageEdits =>
  edits !== undefined && Object.values(edits).some((value) => value !== undefined)
