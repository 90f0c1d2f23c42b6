import type { PackageEdits } from '@mozhou/contracts/publications/inputs'
import type { Body, PlatformPackage } from '@mozhou/platforms/platform-package'

/** The words of a body, in the form that it has. */
export function bodySource(body: Body): string {
  switch (body.form) {
    case 'html':
      return body.html
    case 'markdown':
      return body.markdown
    case 'text':
      return body.text
  }
}

export function withSource(body: Body, source: string): Body {
  switch (body.form) {
    case 'html':
      return { form: 'html', html: source }
    case 'markdown':
      return { form: 'markdown', markdown: source }
    case 'text':
      return { form: 'text', text: source }
  }
}

/** A package as its person has changed it, by the rules that the server goes by when it is sent. */
export function applyEdits(pack: PlatformPackage, edits: PackageEdits): PlatformPackage {
  const media =
    edits.media === undefined ? pack.media : edits.media.flatMap((id) => pack.media.find((one) => one.id === id) ?? [])
  const cover = edits.cover === undefined ? pack.cover : edits.cover
  return {
    ...pack,
    title: edits.title ?? pack.title,
    digest: edits.digest ?? pack.digest,
    author: edits.author === undefined ? pack.author : edits.author,
    body: edits.body === undefined ? pack.body : withSource(pack.body, edits.body),
    tags: edits.tags ?? pack.tags,
    media,
    cover: media.some(({ id }) => id === cover) ? cover : null,
    declarations: { ...pack.declarations, isOriginal: edits.isOriginal ?? pack.declarations.isOriginal },
  }
}

const sameList = (one: readonly string[], other: readonly string[]) =>
  one.length === other.length && one.every((item, at) => item === other[at])

/** What makes `now` of `base`; what is the same is left out, so that it follows the work. */
export function editsBetween(base: PlatformPackage, now: PlatformPackage): PackageEdits {
  const body = bodySource(now.body)
  const ids = now.media.map(({ id }) => id)
  const { isOriginal } = now.declarations
  return {
    ...(now.title !== base.title && { title: now.title }),
    ...(now.digest !== base.digest && { digest: now.digest }),
    ...(now.author !== base.author && { author: now.author }),
    ...(body !== bodySource(base.body) && { body }),
    ...(!sameList(now.tags, base.tags) && { tags: [...now.tags] }),
    ...(!sameList(
      ids,
      base.media.map(({ id }) => id),
    ) && { media: ids }),
    ...(now.cover !== base.cover && { cover: now.cover }),
    ...(isOriginal !== base.declarations.isOriginal && { isOriginal }),
  }
}

export const isEdited = (edits: PackageEdits): boolean => Object.keys(edits).length > 0
