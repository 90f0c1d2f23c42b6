import { paletteOf } from './palette.ts'
import { through, type Raster } from './raster.ts'

/** One byte a pixel: 255 is made anew, 0 stays, between them is a mixture. */
export type Weights = Uint8Array

const pixels = ({ width, height }: Raster) => width * height

/** By how white a mask is, for vendors who edit what is white. */
export function whiteWeights({ rgba, ...size }: Raster): Weights {
  const weights = new Uint8Array(pixels({ rgba, ...size }))
  for (let at = 0; at < weights.length; at += 1) weights[at] = (rgba[at * 4 + 1] ?? 0) * ((rgba[at * 4 + 3] ?? 0) / 255)
  return weights
}

/** By how transparent it is, for those who edit what is transparent. */
export function clearWeights({ rgba, ...size }: Raster): Weights {
  const weights = new Uint8Array(pixels({ rgba, ...size }))
  for (let at = 0; at < weights.length; at += 1) weights[at] = 255 - (rgba[at * 4 + 3] ?? 0)
  return weights
}

/** `made` where the weights say so and `source` elsewhere, byte for byte. All three are of one size. */
export function blend(source: Raster, made: Raster, weights: Weights): Raster {
  const rgba = Buffer.from(source.rgba)
  for (let at = 0; at < weights.length; at += 1) {
    const weight = weights[at] ?? 0
    if (weight === 0) continue
    for (let byte = at * 4; byte < at * 4 + 4; byte += 1)
      rgba[byte] = Math.round(((source.rgba[byte] ?? 0) * (255 - weight) + (made.rgba[byte] ?? 0) * weight) / 255)
  }
  return { ...source, rgba }
}

/** 255 outside an oval in the middle: what stands there is taken for the subject. */
export function aroundSubject({ width, height }: { width: number; height: number }): Weights {
  const weights = new Uint8Array(width * height)
  for (let at = 0; at < weights.length; at += 1) {
    const across = ((at % width) + 0.5) / width - 0.5
    const down = (Math.floor(at / width) + 0.5) / height - 0.5
    weights[at] = (across / 0.36) ** 2 + (down / 0.42) ** 2 > 1 ? 255 : 0
  }
  return weights
}

/** The subject alone, on nothing. */
export function cutOut(source: Raster): Raster {
  const empty = { ...source, rgba: Buffer.alloc(source.rgba.length) }
  return blend(source, empty, aroundSubject(source))
}

/** Another look at the same: colours turned, by a different angle for each. */
export function vary(source: Raster, turn: number): Promise<Raster> {
  return through(source, (image) => image.modulate({ hue: 35 + 50 * turn, saturation: 1.1 }))
}

/** The same in the colours of a style. */
export function restyle(source: Raster, style: string): Promise<Raster> {
  return through(source, (image) => image.tint(paletteOf(style).accent))
}

export function blur(source: Raster): Promise<Raster> {
  return through(source, (image) => image.blur(Math.max(4, Math.min(source.width, source.height) / 24)))
}

export function enlarge(source: Raster, factor: number): Promise<Raster> {
  const size = { width: Math.round(source.width * factor), height: Math.round(source.height * factor) }
  return through(source, (image) => image.resize({ ...size, fit: 'fill', kernel: 'lanczos3' }))
}
