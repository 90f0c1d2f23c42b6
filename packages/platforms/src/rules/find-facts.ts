import { mediaNamed } from '../media-address.ts'
import { platforms, takesContent } from '../platforms.ts'
import type { PackageMedia, PlatformPackage } from '../platform-package.ts'
import type { VisibleText } from '../visible-text.ts'
import { bodyText } from '../visible-text.ts'
import type { ImageFacts, MediaFact, VideoFacts } from '../work-document.ts'
import { isCoverOnly } from './is-cover-only.ts'
import type { Hit } from './rule.ts'

const blank = { item: null, limit: null, found: [], fix: null }

export function contentType({ platform, contentType: type }: PlatformPackage): Hit[] {
  if (takesContent(platform, type)) return []
  return [{ ...blank, field: 'media', measured: type, limit: platforms[platform].contentTypes.join(' / ') }]
}

export function titleMissing({ title }: PlatformPackage): Hit[] {
  return title.trim() === '' ? [{ ...blank, field: 'title', measured: 0, limit: 1 }] : []
}

export function bodyMissing({ body }: PlatformPackage): Hit[] {
  return bodyText(body).trim() === '' ? [{ ...blank, field: 'body', measured: 0, limit: 1 }] : []
}

const isPicture = (medium: PackageMedia) =>
  medium.kind === 'card' || (medium.kind === 'file' && medium.fact.kind === 'image')

/** A cover is a picture among the media: a name of something else is none. */
export function coverMissing({ cover, media }: PlatformPackage): Hit[] {
  const isThere = media.some((medium) => medium.id === cover && isPicture(medium))
  return isThere ? [] : [{ ...blank, field: 'cover', measured: 0, limit: 1 }]
}

/** Pictures that the text names, or that a body which was edited shows, and that would not be uploaded. */
export function mediaMissing({ body, media }: PlatformPackage): Hit[] {
  const known = new Set(media.flatMap(({ kind, id }) => (kind === 'missing' ? [] : [id])))
  const source = body.form === 'html' ? body.html : body.form === 'markdown' ? body.markdown : ''
  const named = mediaNamed(source)
  const missing = media.flatMap(({ kind, id }) => (kind === 'missing' ? [id] : []))
  return [...new Set([...missing, ...named.filter((id) => !known.has(id))])].map((id) => ({
    ...blank,
    field: 'media',
    item: id,
    measured: 'missing',
  }))
}

export function videoMissing({ contentType: type, media }: PlatformPackage): Hit[] {
  const isThere = media.some((medium) => medium.kind === 'file' && medium.fact.kind === 'video')
  return type === 'video' && !isThere ? [{ ...blank, field: 'media', measured: 0, limit: 1 }] : []
}

const images = (media: readonly PackageMedia[]): ImageFacts[] =>
  media.flatMap((medium) => (medium.kind === 'file' && medium.fact.kind === 'image' ? [medium.fact] : []))
const videos = (media: readonly PackageMedia[]): VideoFacts[] =>
  media.flatMap((medium) => (medium.kind === 'file' && medium.fact.kind === 'video' ? [medium.fact] : []))

/** Codes were read out of the picture where it was measured; what they say is shown. */
export function qrCode({ media }: PlatformPackage): Hit[] {
  return images(media).flatMap(({ id, codes }) =>
    (codes ?? [])
      .filter(({ kind }) => kind === 'qr')
      .map(({ text }) => ({ ...blank, field: 'media', item: id, measured: text, limit: 0 })),
  )
}

export function codesNotLookedFor({ media }: PlatformPackage): Hit[] {
  return images(media)
    .filter(({ codes }) => codes === null)
    .map(({ id }) => ({ ...blank, field: 'media', item: id, measured: 'unknown' }))
}

const imageTypes: Readonly<Partial<Record<PlatformPackage['platform'], readonly string[]>>> = {
  wechat_official: ['image/jpeg', 'image/png'],
}
const usualImages = ['image/jpeg', 'image/png', 'image/webp', 'image/gif']

/** Texts of 公众号 take jpg and png alone; a cover may be a gif or bmp besides. */
export function imageFormat(pack: PlatformPackage): Hit[] {
  return images(pack.media).flatMap(({ id, mimeType }) => {
    const taken = isCoverOnly(pack, id) ? [...usualImages, 'image/bmp'] : (imageTypes[pack.platform] ?? usualImages)
    if (taken.includes(mimeType)) return []
    return [{ ...blank, field: 'media', item: id, measured: mimeType, limit: taken.join(' / ') }]
  })
}

export function animatedImage({ media }: PlatformPackage): Hit[] {
  return images(media)
    .filter(({ isAnimated }) => isAnimated)
    .map(({ id, mimeType }) => ({
      ...blank,
      field: 'media',
      item: id,
      measured: mimeType,
      limit: 'image/jpeg / image/png',
    }))
}

export function videoFormat({ media }: PlatformPackage): Hit[] {
  return videos(media)
    .filter(({ mimeType, videoCodec, audioCodec }) => {
      const isSound = audioCodec === null || audioCodec === 'aac'
      return mimeType !== 'video/mp4' || videoCodec !== 'h264' || !isSound
    })
    .map(({ id, mimeType, videoCodec, audioCodec }) => ({
      ...blank,
      field: 'media',
      item: id,
      measured: [mimeType, videoCodec, audioCodec ?? '-'].join(' '),
      limit: 'video/mp4 h264 aac',
    }))
}

/** What is sent by an interface is an mp4; their pages take others, too. */
export function videoContainer({ route, media }: PlatformPackage): Hit[] {
  if (route !== 'api' && route !== 'handoff') return []
  return videos(media)
    .filter(({ mimeType }) => mimeType !== 'video/mp4')
    .map(({ id, mimeType }) => ({ ...blank, field: 'media', item: id, measured: mimeType, limit: 'video/mp4' }))
}

/** A tag is one word: a space or a hash sign ends it. */
export function tagShape({ tags }: PlatformPackage): Hit[] {
  const isWrong = (tag: string) => /[\s#＃@,，;；]/u.test(tag) || tag === ''
  const right = [...new Set(tags.map((tag) => tag.replaceAll(/[\s#＃@,，;；]+/gu, '')).filter((tag) => tag !== ''))]
  return tags.filter(isWrong).map((tag) => ({
    ...blank,
    field: 'tags',
    item: tag,
    measured: tag,
    fix: { kind: 'set_tags', tags: right },
  }))
}

export function mediaLabelMissing({ media }: PlatformPackage): Hit[] {
  return unlabelled(images(media), 'hasVisibleLabel')
}

export function mediaFileLabelMissing({ media }: PlatformPackage): Hit[] {
  return unlabelled([...images(media), ...videos(media)], 'hasFileLabel')
}

/** A film is not looked at, so that nobody here knows what is seen in it. */
export function filmLabelUnseen({ media }: PlatformPackage): Hit[] {
  return unlabelled(videos(media), 'hasVisibleLabel')
}

function unlabelled(media: readonly MediaFact[], label: 'hasVisibleLabel' | 'hasFileLabel'): Hit[] {
  return media
    .filter(({ ai }) => ai.isGenerated && !ai[label])
    .map(({ id }) => ({ ...blank, field: 'media', item: id, measured: 'missing' }))
}

export function labelMissing({ declarations: { ai } }: PlatformPackage, texts: readonly VisibleText[]): Hit[] {
  if (!ai) return []
  const bare = (text: string) => text.replaceAll(/\s/gu, '')
  const isSeen = texts.some(({ field, text }) => field === 'body' && bare(text).includes(bare(ai.label)))
  return isSeen ? [] : [{ ...blank, field: 'body', measured: 'missing', fix: { kind: 'add_label', label: ai.label } }]
}

export function declarationImpossible({ declarations: { ai } }: PlatformPackage): Hit[] {
  return ai?.made === 'impossible' ? [declaration(ai.option)] : []
}

export function declarationByHand({ declarations: { ai } }: PlatformPackage): Hit[] {
  return ai?.made === 'by_hand' ? [declaration(ai.option)] : []
}

const declaration = (option: string | null): Hit => ({
  ...blank,
  field: 'declarations',
  measured: option ?? 'unknown',
})
