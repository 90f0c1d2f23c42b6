import { captionOf } from '../caption.ts'
import { countText } from '../counting.ts'
import type { TextUnit } from '../counting.ts'
import type { PackageMedia, PlatformPackage } from '../platform-package.ts'
import { isCoverOnly } from './is-cover-only.ts'
import type { LimitRule, Measure, RuleUnit } from './rule.ts'

export interface Measured {
  item: string | null
  value: number
}

/**
 * What an uploaded picture's address is counted as until it is known: those of the platforms' picture hosts have some 130 characters
 * (`https://mmbiz.qpic.cn/mmbiz_png/…/640?wx_fmt=png`).
 */
export const addressReserve = 160

const placeholder = /(?<=src=")media:[^"]*(?=")/gu

/** A body as long as it will be: with its placeholders at the length of addresses. */
export function measuredHtml(html: string): string {
  return html.replaceAll(placeholder, 'x'.repeat(addressReserve))
}

const whole = (value: number): Measured[] => [{ item: null, value }]
const isImage = (medium: PackageMedia) =>
  medium.kind === 'card' || medium.kind === 'formula' || (medium.kind === 'file' && medium.fact.kind === 'image')
const isVideo = (medium: PackageMedia) => medium.kind === 'file' && medium.fact.kind === 'video'

type Simple = (pack: PlatformPackage, unit: RuleUnit) => Measured[]

/** What is there once, or without a size. The rest is measured medium by medium. */
const simple: Readonly<Partial<Record<Measure, Simple>>> = {
  title: ({ title }, unit) => whole(countIn(unit, title)),
  author: ({ author }, unit) => whole(countIn(unit, author ?? '')),
  digest: ({ digest }, unit) => whole(countIn(unit, digest)),
  body: (pack, unit) => whole(countIn(unit, countedBody(pack))),
  tag_count: ({ tags }) => whole(tags.length),
  image_count: ({ media }) => whole(media.filter(isImage).length),
  video_count: ({ media }) => whole(media.filter(isVideo).length),
}

/** What a limit is about, in its own unit; several where each medium or tag is measured by itself. */
export function measure(pack: PlatformPackage, { measure: what, unit }: LimitRule): Measured[] {
  return simple[what]?.(pack, unit) ?? measureMedia(pack, what)
}

function countedBody(pack: PlatformPackage): string {
  const { body } = pack
  if (body.form === 'html') return measuredHtml(body.html)
  return body.form === 'markdown' ? body.markdown : captionOf(pack)
}

const textUnits: readonly RuleUnit[] = ['code_points', 'half_width', 'utf8_bytes', 'html_characters', 'html_bytes']

/** Only texts come here; a rule of another unit would be a mistake in a table, and is held by a test of all of them. */
function countIn(unit: RuleUnit, text: string): number {
  return textUnits.includes(unit) ? countText(unit as TextUnit, text) : text.length
}

/** Cards have their size, and their bytes once they are pictures; a formula's picture is made to fit. */
function measureMedia(pack: PlatformPackage, what: Measure): Measured[] {
  const [kind, quality = ''] = what.split('_')
  return pack.media.flatMap((medium) => {
    if (kind === 'cover' && medium.id !== pack.cover) return []
    if (what === 'image_bytes' && pack.contentType === 'article' && isCoverOnly(pack, medium.id)) return []
    const sizes = sizesOf(medium)
    if (!sizes || (kind !== 'cover' && sizes.kind !== kind)) return []
    const value = sizes.values[quality]
    return value === undefined ? [] : [{ item: medium.id, value }]
  })
}

function sizesOf(medium: PackageMedia): { kind: string; values: Readonly<Record<string, number>> } | null {
  if (medium.kind === 'formula' || medium.kind === 'missing') return null
  const { width, height } = medium.kind === 'card' ? medium.card : medium.fact
  const size = { width, height, aspect: Math.round((width / height) * 100) / 100 }
  if (medium.kind === 'card') return { kind: 'image', values: size }
  const { kind, bytes } = medium.fact
  return { kind, values: { ...size, bytes, ...(medium.fact.kind === 'video' ? { seconds: medium.fact.seconds } : {}) } }
}
