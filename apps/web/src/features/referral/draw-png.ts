import { posterSize } from './poster.ts'

/** Twice the size of the drawing: sharp on phones and in print. */
const scale = 2

/** The drawing as pixels, by the browser's own fonts. @throws Error where the browser cannot draw it */
export async function drawPng(svg: string): Promise<Blob> {
  const image = new Image()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = posterSize.width * scale
  canvas.height = posterSize.height * scale
  const pen = canvas.getContext('2d')
  if (pen === null) throw new Error('this browser gives no canvas')
  pen.drawImage(image, 0, 0, canvas.width, canvas.height)
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('the canvas gave no picture'))), 'image/png')
  })
}
