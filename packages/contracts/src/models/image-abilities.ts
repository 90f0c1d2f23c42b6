import type { ImageOperation, PictureType } from './image-kinds.ts'

export interface PictureSize {
  width: number
  height: number
}

/** Which sizes a model makes. */
export type SizeRule =
  | { kind: 'listed'; sizes: readonly PictureSize[] }
  /** Any size of these bounds; `maxRatio` is the longer side over the shorter one. */
  | { kind: 'free'; step: number; minSide: number; maxSide: number; maxPixels: number; maxRatio: number }
  /** A ratio is asked for (`16:9`), and the vendor decides how many pixels that is. */
  | { kind: 'ratios'; ratios: readonly string[] }

/** Which pictures a model takes as a source. */
export interface SourceRule {
  types: readonly PictureType[]
  minSide: number
  maxSide: number
  maxPixels: number
  maxBytes: number
}

/** What a model can do, and within which limits: data, which decides whether it is a candidate for a wish. */
export interface ImageAbilities {
  operations: readonly ImageOperation[]
  sizes: SizeRule
  /** Pictures of one call. */
  maxCount: number
  /** Formats that can be asked for. */
  formats: readonly PictureType[]
  maxPromptChars: number
  /** 0: there is no field for what shall not be seen. */
  maxNegativeChars: number
  /** Null where it takes no picture at all. */
  source: SourceRule | null
  /** `exact`: what lies outside stays as it is. `guide`: it may change, and has to be put back (`keepOutsideMask`). */
  mask: { exactness: 'exact' | 'guide'; maxBytes: number } | null
  upscaleFactors: readonly number[]
  /** False where the vendor looks at neither words nor pictures, so that we have to. */
  isModerated: boolean
  /** A call that was sent and never answered can be looked up. */
  findsLostTasks: boolean
}

interface GivenPicture extends PictureSize {
  type: PictureType
  bytes: number
}

/** A request by its measures alone. */
export interface ImageWish {
  operation: ImageOperation
  /** Of the pictures to be made; null where the source has it. */
  size: PictureSize | null
  count: number
  format: PictureType
  promptChars: number
  negativeChars: number
  source: GivenPicture | null
  mask: GivenPicture | null
  factor: number | null
}

/** Why a model cannot fulfil a wish: the field, and the rule that it breaks. */
export interface Inability {
  field: 'operation' | 'size' | 'count' | 'format' | 'prompt' | 'negativePrompt' | 'source' | 'mask' | 'factor'
  rule: string
}

const unable = (field: Inability['field'], rule: string): Inability => ({ field, rule })

/** A ratio of a list may be missed by this much: vendors round to whole blocks of pixels. */
export const ratioTolerance = 0.03

export function ratioOf(text: string): number {
  const [width = 1, height = 1] = text.split(':').map(Number)
  return width / height
}

/** The listed ratio that a size has; null where none is near enough. */
export function nearestRatio(ratios: readonly string[], { width, height }: PictureSize): string | null {
  const distance = (ratio: string) => Math.abs(Math.log(ratioOf(ratio) / (width / height)))
  const [nearest] = [...ratios].sort((one, other) => distance(one) - distance(other))
  return nearest !== undefined && distance(nearest) <= Math.log(1 + ratioTolerance) ? nearest : null
}

export function takesSize(rule: SizeRule, size: PictureSize): boolean {
  const { width, height } = size
  if (rule.kind === 'listed') return rule.sizes.some((one) => one.width === width && one.height === height)
  if (rule.kind === 'ratios') return nearestRatio(rule.ratios, size) !== null
  const sides = [width, height]
  return (
    sides.every((side) => side % rule.step === 0 && side >= rule.minSide && side <= rule.maxSide) &&
    width * height <= rule.maxPixels &&
    Math.max(...sides) / Math.min(...sides) <= rule.maxRatio
  )
}

function whyNotSource(rule: SourceRule | null, source: GivenPicture | null): Inability | null {
  if (source === null) return null
  if (rule === null) return unable('source', 'not_taken')
  if (!rule.types.includes(source.type)) return unable('source', 'type')
  if (Math.min(source.width, source.height) < rule.minSide) return unable('source', 'min_side')
  if (Math.max(source.width, source.height) > rule.maxSide) return unable('source', 'max_side')
  if (source.width * source.height > rule.maxPixels) return unable('source', 'max_pixels')
  return source.bytes > rule.maxBytes ? unable('source', 'max_bytes') : null
}

function whyNotMask({ mask: rule }: ImageAbilities, { mask, source, operation }: ImageWish): Inability | null {
  if (mask === null) return operation === 'edit' ? unable('mask', 'required') : null
  if (rule === null) return unable('mask', 'not_taken')
  if (mask.type !== 'image/png') return unable('mask', 'type')
  const isSameSize = mask.width === source?.width && mask.height === source.height
  if (!isSameSize) return unable('mask', 'same_size')
  return mask.bytes > rule.maxBytes ? unable('mask', 'max_bytes') : null
}

function whyNotWords(abilities: ImageAbilities, wish: ImageWish): Inability | null {
  const needsPrompt = ['generate', 'restyle', 'replace_background'].includes(wish.operation)
  if (needsPrompt && wish.promptChars === 0) return unable('prompt', 'required')
  if (wish.promptChars > abilities.maxPromptChars) return unable('prompt', 'max_chars')
  return wish.negativeChars > abilities.maxNegativeChars ? unable('negativePrompt', 'max_chars') : null
}

/** The first thing about a wish that a model cannot fulfil; null when it can. */
export function whyUnable(abilities: ImageAbilities, wish: ImageWish): Inability | null {
  if (!abilities.operations.includes(wish.operation)) return unable('operation', 'not_offered')
  if (wish.operation !== 'generate' && wish.source === null) return unable('source', 'required')
  if (wish.operation === 'generate' && wish.size === null) return unable('size', 'required')
  if (wish.size !== null && !takesSize(abilities.sizes, wish.size)) return unable('size', 'not_offered')
  if (wish.count < 1 || wish.count > abilities.maxCount) return unable('count', 'max')
  if (!abilities.formats.includes(wish.format)) return unable('format', 'not_offered')
  const isOfferedFactor = wish.factor !== null && abilities.upscaleFactors.includes(wish.factor)
  if (wish.operation === 'upscale' && !isOfferedFactor) return unable('factor', 'not_offered')
  return whyNotWords(abilities, wish) ?? whyNotSource(abilities.source, wish.source) ?? whyNotMask(abilities, wish)
}
