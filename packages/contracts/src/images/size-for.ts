import { ratioOf, type PictureSize, type SizeRule } from '../models/image-abilities.ts'

/** A cut to the wanted shape that would lose more of the picture than this is none. */
const mostLost = 0.5
/** Shapes as near as this need no cut: vendors round to whole blocks of pixels. */
const nearEnough = 0.01

const shapeOf = ({ width, height }: PictureSize) => width / height

/** The share of a picture that is lost when it is cut to a shape. */
function lostShare(size: PictureSize, ratio: number): number {
  const shape = shapeOf(size)
  return 1 - Math.min(shape / ratio, ratio / shape)
}

function withLeastLoss(sizes: readonly PictureSize[], ratio: number): PictureSize | null {
  const [best] = [...sizes].sort(
    (one, other) =>
      lostShare(one, ratio) - lostShare(other, ratio) || other.width * other.height - one.width * one.height,
  )
  return best ?? null
}

/** The largest size of the shape, or of the nearest one that is allowed, about a thousand and a half pixels long at most. */
function freeSize(rule: Extract<SizeRule, { kind: 'free' }>, ratio: number): PictureSize {
  const { step, minSide, maxSide, maxPixels, maxRatio } = rule
  const shape = Math.min(Math.max(ratio, 1 / maxRatio), maxRatio)
  const toStep = (side: number) =>
    Math.min(
      Math.floor(maxSide / step) * step,
      Math.max(Math.ceil(minSide / step) * step, Math.floor(side / step) * step),
    )
  const longest = Math.min(maxSide, 1536, Math.sqrt(maxPixels * Math.max(shape, 1 / shape)))
  const long = toStep(longest)
  const short = toStep(long / Math.max(shape, 1 / shape))
  return shape >= 1 ? { width: long, height: short } : { width: short, height: long }
}

/** The size to ask a model for when a picture of this shape is wanted; null when it makes none that could be cut to it. */
export function sizeFor(rule: SizeRule, ratio: number): PictureSize | null {
  const size = candidateFor(rule, ratio)
  return size !== null && lostShare(size, ratio) <= mostLost ? size : null
}

function candidateFor(rule: SizeRule, ratio: number): PictureSize | null {
  if (rule.kind === 'listed') return withLeastLoss(rule.sizes, ratio)
  if (rule.kind === 'free') return freeSize(rule, ratio)
  return withLeastLoss(
    rule.ratios.map((text) => ({ width: Math.round(1024 * ratioOf(text)), height: 1024 })),
    ratio,
  )
}

/** What is cut out of the middle for the shape; null when the picture has it. */
export function cutFor(size: PictureSize, ratio: number): PictureSize | null {
  if (lostShare(size, ratio) <= nearEnough) return null
  return shapeOf(size) > ratio
    ? { width: Math.max(1, Math.round(size.height * ratio)), height: size.height }
    : { width: size.width, height: Math.max(1, Math.round(size.width / ratio)) }
}
