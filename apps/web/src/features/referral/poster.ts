import { encode } from 'uqr'

export interface PosterText {
  title: string
  line: string
  /** Null where nothing is given. */
  gift: string | null
  codeLabel: string
  code: string
  link: string
}

export const posterSize = { width: 750, height: 1_100 } as const
const qr = { size: 420, left: 165, top: 380 } as const
const font = `system-ui, 'PingFang SC', 'Noto Sans CJK SC', 'Microsoft YaHei', sans-serif`

/** A picture by itself: no file is fetched for it, and whatever a text holds is text in it. */
export function posterSvg({ title, line, gift, codeLabel, code, link }: PosterText): string {
  const { width, height } = posterSize
  const middle = width / 2
  const text = (y: number, size: number, words: string, style = '') =>
    `<text x="${middle}" y="${y}" font-size="${size}" text-anchor="middle" ${style}>${escapeXml(words)}</text>`
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${font}">`,
    `<rect width="${width}" height="${height}" fill="#f6f3ec"/>`,
    `<rect x="40" y="40" width="${width - 80}" height="${height - 80}" rx="28" fill="#ffffff" stroke="#d9d2c3"/>`,
    text(160, 54, title, 'font-weight="700" fill="#1d2a2f"'),
    text(230, 30, line, 'fill="#4a585e"'),
    gift === null ? '' : text(300, 32, gift, 'font-weight="600" fill="#a2461f"'),
    qrPath(link),
    text(900, 28, codeLabel, 'fill="#4a585e"'),
    text(970, 58, code, 'font-weight="700" letter-spacing="6" fill="#1d2a2f"'),
    text(1_030, 20, link, 'fill="#6b777c"'),
    '</svg>',
  ].join('')
}

/** Dark modules as one path: squares of whole units, so that no hairlines come between them. */
function qrPath(link: string): string {
  const { data, size } = encode(link, { ecc: 'M', border: 0 })
  const squares = data.flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : '')))
  const scale = qr.size / size
  return `<path transform="translate(${qr.left} ${qr.top}) scale(${scale})" shape-rendering="crispEdges" fill="#000000" d="${squares.join('')}"/>`
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}

function escapeXml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? '')
}
