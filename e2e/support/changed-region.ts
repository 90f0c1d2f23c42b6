import sharp from 'sharp'

/** In shares of a picture's sides. */
export interface Region {
  left: number
  top: number
  right: number
  bottom: number
}

/** Less is what an encoding makes of the same colour. */
const leastChange = 32

/** Where two pictures of one size differ; null where they do not. */
export async function changedRegion(before: Uint8Array, after: Uint8Array): Promise<Region | null> {
  const [one, other] = await Promise.all([rasterOf(before), rasterOf(after)])
  const { width, height, channels } = one.info
  if (other.info.width !== width || other.info.height !== height) throw new Error('the pictures are not of one size')
  const region: Region = { left: 1, top: 1, right: 0, bottom: 0 }
  for (let at = 0; at < one.data.length; at += 1) {
    if (Math.abs((one.data[at] ?? 0) - (other.data[at] ?? 0)) < leastChange) continue
    const pixel = Math.floor(at / channels)
    const [x, y] = [(pixel % width) / width, Math.floor(pixel / width) / height]
    region.left = Math.min(region.left, x)
    region.right = Math.max(region.right, x)
    region.top = Math.min(region.top, y)
    region.bottom = Math.max(region.bottom, y)
  }
  return region.right === 0 ? null : region
}

const rasterOf = (picture: Uint8Array) => sharp(picture).removeAlpha().raw().toBuffer({ resolveWithObject: true })
