import { drawMarks } from './draw-marks.ts'
import type { Marks, Size } from './marks.ts'
import { shownMarks } from './marks.ts'
import { toMaskPixels } from './mask-pixels.ts'

export interface MaskFile {
  png: Blob
  /** Of the picture, from 0 to 1. */
  share: number
}

/**
 * The mask as a PNG of the picture's own size: white is made anew, black stays. The marks are drawn again for it, so that it is exact
 * however small the picture was shown.
 *
 * @returns null when nothing is marked
 */
export async function exportMask(picture: Size, marks: Marks): Promise<MaskFile | null> {
  const canvas = document.createElement('canvas')
  canvas.width = picture.width
  canvas.height = picture.height
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context) throw new Error('this browser has no canvas')
  drawMarks({ context, scale: 1, ...picture, paint: 'white' }, shownMarks(marks))
  const image = context.getImageData(0, 0, picture.width, picture.height)
  const marked = toMaskPixels(image.data)
  if (marked === 0) return null
  context.putImageData(image, 0, 0)
  return { png: await toPng(canvas), share: marked / (picture.width * picture.height) }
}

function toPng(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('the mask could not be written'))), 'image/png')
  })
}
