import type { ContentType, PlatformKey, Route } from '@mozhou/platforms/platforms'
import type { PackageMedia, PlatformPackage } from '@mozhou/platforms/platform-package'
import type { MediaFact } from '@mozhou/platforms/work-document'
import type { MediaFile } from '../media-port.ts'
import type { PublishInput } from '../port.ts'

const ai = { isGenerated: false, hasVisibleLabel: false, hasFileLabel: false }

/** A PNG's beginning, and as many bytes as it is to have. */
export function pictureFile(id: string, changes: Partial<MediaFile> & { bytes?: number } = {}): MediaFile {
  const { bytes: size = 2_000, ...more } = changes
  const bytes = new Uint8Array(size).fill(7)
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return fileOf(id, 'image/png', bytes, more)
}

/** A film's first box, and as many bytes as it is to have. */
export function filmFile(id: string, size: number, more: Partial<MediaFile> = {}): MediaFile {
  const bytes = new Uint8Array(size).fill(3)
  bytes.set([0, 0, 0, 24, 0x66, 0x74, 0x79, 0x70])
  return fileOf(id, 'video/mp4', bytes, more)
}

function fileOf(id: string, mimeType: string, bytes: Uint8Array, more: Partial<MediaFile>): MediaFile {
  const read = (start: number, end: number) => Promise.resolve(bytes.subarray(start, end))
  return { id, name: `${id}.bin`, mimeType, size: bytes.length, publicUrl: null, read, ...more }
}

const pictureFact = (id: string): MediaFact => ({
  kind: 'image',
  id,
  source: id,
  name: `${id}.png`,
  mimeType: 'image/png',
  bytes: 2_000,
  width: 900,
  height: 675,
  ai,
  alt: '',
  isAnimated: false,
  codes: null,
})

const filmFact = (id: string): MediaFact => ({
  kind: 'video',
  id,
  sha256: 'f'.repeat(64),
  source: null,
  name: `${id}.mp4`,
  mimeType: 'video/mp4',
  bytes: 2_000,
  width: 1_080,
  height: 1_920,
  ai,
  seconds: 12,
  videoCodec: 'h264',
  audioCodec: 'aac',
})

export const pictureMedium = (id: string): PackageMedia => ({ kind: 'file', id, fact: pictureFact(id) })
export const filmMedium = (id: string): PackageMedia => ({ kind: 'file', id, fact: filmFact(id) })

interface Given {
  platform: PlatformKey
  contentType: ContentType
  route: Route
  title?: string
  /** How many pictures stand in the text, beside the cover. */
  pictures?: number
  filmBytes?: number
  more?: Partial<PlatformPackage>
  /** Where everything lies for whoever fetches. */
  publicUrl?: string | null
}

const bodyOf = ({ contentType, pictures = 1 }: Given): PlatformPackage['body'] => {
  const shown = Array.from({ length: pictures }, (_, at) => `<p><img src="media:p${at + 1}" alt=""></p>`).join('')
  if (contentType === 'article') return { form: 'html', html: `<section><p>山里的早晨很安静。</p>${shown}</section>` }
  return { form: 'text', text: '山里的早晨很安静。\n\n#露营 #周末' }
}

/** What is handed to a connector: a package that no rule objects to, and its media. */
export function inputOf(given: Given): PublishInput {
  const {
    platform,
    contentType,
    route,
    title = `周末城市露营 ${Math.random().toString(36).slice(2, 8)}`,
    pictures = 1,
  } = given
  const ids = Array.from({ length: pictures }, (_, at) => `p${at + 1}`)
  const isFilm = contentType === 'video'
  const files = ids.map((id) => pictureFile(id, { publicUrl: given.publicUrl ?? null }))
  const cover = pictureFile('cover', { publicUrl: given.publicUrl ?? null })
  const film = filmFile('film', given.filmBytes ?? 5_000, { publicUrl: given.publicUrl ?? null })
  return {
    key: `pub_${Math.random().toString(36).slice(2)}`,
    originUrl: 'https://works.example.com/w/1',
    package: {
      platform,
      contentType,
      route,
      title,
      author: '小舟',
      digest: '周末露营，选地方要近。',
      body: bodyOf({ ...given, contentType }),
      tags: ['露营', '周末'],
      cover: 'cover',
      media: isFilm
        ? [pictureMedium('cover'), filmMedium('film')]
        : [pictureMedium('cover'), ...ids.map(pictureMedium)],
      declarations: { ai: null, isOriginal: false },
      purpose: 'article',
      ...given.more,
    },
    media: isFilm ? [cover, film] : [cover, ...files],
  }
}
