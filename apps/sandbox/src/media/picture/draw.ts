import { fileURLToPath } from 'node:url'
import sharp from 'sharp'
import { seededRandom, type Random } from '../../core/random.ts'
import { paletteOf, type Palette } from './palette.ts'
import { decode, type Raster } from './raster.ts'

interface Sketch {
  prompt: string
  width: number
  height: number
  /** Two sketches that differ by it alone show the same in another arrangement. */
  seed: string
}

const fontFile = fileURLToPath(
  import.meta.resolve('@expo-google-fonts/noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf'),
)
const maxShownChars = 72

const escapeMarkup = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** Words as a picture of their own, as large as fits. */
async function letter(text: string, colour: string, width: number, height: number): Promise<Buffer> {
  const words = { text: `<span foreground="${colour}">${escapeMarkup(text)}</span>`, width, height }
  return sharp({ text: { ...words, font: 'Noto Sans SC Medium', fontfile: fontFile, rgba: true, align: 'centre' } })
    .png()
    .toBuffer()
}

function hill(random: Random, { width, height }: Sketch, level: number, colour: string, opacity: number): string {
  const lift = () => Math.round(height * (level + random.next() * 0.12 - 0.06))
  const points = [0, 0.25, 0.5, 0.75, 1].map((share) => `${Math.round(width * share)},${lift()}`)
  const line = `0,${height} ${points.join(' ')} ${width},${height}`
  return `<polygon points="${line}" fill="${colour}" fill-opacity="${opacity}"/>`
}

function scenery(sketch: Sketch, { top, bottom, accent, ink }: Palette): Buffer {
  const { width, height, seed } = sketch
  const random = seededRandom(seed)
  const radius = Math.round(Math.min(width, height) * (0.08 + random.next() * 0.1))
  const sun = `<circle cx="${Math.round(width * (0.15 + random.next() * 0.7))}" cy="${Math.round(height * (0.15 + random.next() * 0.2))}" r="${radius}" fill="${accent}" fill-opacity="0.6"/>`
  const hills = [
    hill(random, sketch, 0.62, bottom, 0.7),
    hill(random, sketch, 0.74, accent, 0.35),
    hill(random, sketch, 0.84, ink, 0.55),
  ]
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><defs><linearGradient id="sky" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${top}"/><stop offset="1" stop-color="${bottom}"/></linearGradient></defs><rect width="100%" height="100%" fill="url(#sky)"/>${sun}${hills.join('')}</svg>`,
  )
}

/** The words a picture shows: the prompt's own, cut where they would get too small to be read. */
export function shownWords(prompt: string): string {
  const words = prompt.replaceAll(/\s+/g, ' ').trim()
  const characters = Array.from(words)
  return characters.length <= maxShownChars ? words : `${characters.slice(0, maxShownChars - 1).join('')}…`
}

/** A picture of what a prompt says: its colours, some scenery, and the prompt itself in letters. It says that it is a sample. */
export async function draw(sketch: Sketch): Promise<Raster> {
  const { width, height, prompt } = sketch
  const palette = paletteOf(prompt)
  const words = shownWords(prompt) || '（无提示词）'
  const [main, note] = await Promise.all([
    letter(words, palette.ink, Math.round(width * 0.82), Math.round(height * 0.34)),
    letter('沙盒示例图', palette.top, Math.round(width * 0.3), Math.max(10, Math.round(height * 0.05))),
  ])
  const bytes = await sharp(scenery(sketch, palette))
    .composite([
      { input: main, gravity: 'centre' },
      { input: note, gravity: 'south' },
    ])
    .png({ compressionLevel: 0 })
    .toBuffer()
  return decode(bytes)
}
