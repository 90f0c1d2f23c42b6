import sharp from 'sharp'
import { encode } from 'uqr'

/** A code as a picture, with the margin that readers need. */
export function qrPicture(text: string, side: number): Promise<Buffer> {
  const { data, size } = encode(text, { border: 4 })
  const cells = data.flatMap((row, y) =>
    row.flatMap((isDark, x) => (isDark ? [`<rect x="${x}" y="${y}" width="1" height="1"/>`] : [])),
  )
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" width="${side}" height="${side}" shape-rendering="crispEdges"><rect width="${size}" height="${size}" fill="#fff"/>${cells.join('')}</svg>`
  return sharp(Buffer.from(svg)).png().toBuffer()
}
