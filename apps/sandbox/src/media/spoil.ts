import sharp from 'sharp'
import type { ActiveFault } from '../core/faults/active-fault.ts'
import { has } from './media-faults.ts'

/** What a fault makes of a finished picture. */
export async function spoiled(picture: Buffer, faults: readonly ActiveFault[]): Promise<Buffer> {
  if (has(faults, 'result-html')) return Buffer.from('<!doctype html><title>Just a moment…</title>')
  if (has(faults, 'result-cut')) return picture.subarray(0, Math.floor(picture.length * 0.6))
  if (!has(faults, 'wrong-size')) return picture
  const { width, height } = await sharp(picture).metadata()
  return sharp(picture)
    .resize({ width: Math.ceil(width / 2), height: Math.ceil(height / 4), fit: 'fill' })
    .toBuffer()
}
