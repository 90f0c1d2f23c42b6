import { fileURLToPath } from 'node:url'
import sharp from 'sharp'
import { stripPromptTokens } from '../../core/faults/prompt-token.ts'
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

/** Shares of the height: whoever cuts the picture to the widest shape that is delivered leaves what stands between them. */
const lettering = { top: 0.31, bottom: 0.61, noteTop: 0.635, noteBottom: 0.69 }

interface Line {
  text: string
  colour: string
  /** In pixels. */
  widest: number
  top: number
  bottom: number
}

/** Words in their place on the sheet, as large as fits. */
async function letter({ text, colour, widest, top, bottom }: Line, sheet: Sketch) {
  const words = { text: `<span foreground="${colour}">${escapeMarkup(text)}</span>`, width: widest }
  const height = Math.max(10, bottom - top)
  const font = { font: 'Noto Sans SC Medium', fontfile: fontFile, rgba: true, align: 'centre' as const }
  const { data, info } = await sharp({ text: { ...words, height, ...font } })
    .png()
    .toBuffer({ resolveWithObject: true })
  const left = Math.max(0, Math.round((sheet.width - info.width) / 2))
  return { input: data, left, top: Math.max(0, Math.round((top + bottom - info.height) / 2)) }
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

/** The words a picture shows: the prompt's own without what is said to the sandbox, cut where they would get too small to be read. */
export function shownWords(prompt: string): string {
  const words = stripPromptTokens(prompt).replaceAll(/\s+/g, ' ').trim()
  const characters = Array.from(words)
  return characters.length <= maxShownChars ? words : `${characters.slice(0, maxShownChars - 1).join('')}…`
}

/** A picture of what a prompt says: its colours, some scenery, and the prompt itself in letters. It says that it is a sample. */
export async function draw(sketch: Sketch): Promise<Raster> {
  const { width, height } = sketch
  const palette = paletteOf(stripPromptTokens(sketch.prompt))
  const words = shownWords(sketch.prompt) || '（无提示词）'
  const at = (share: number) => Math.round(height * share)
  const main = { widest: Math.round(width * 0.82), top: at(lettering.top), bottom: at(lettering.bottom) }
  const note = { widest: Math.round(width * 0.3), top: at(lettering.noteTop), bottom: at(lettering.noteBottom) }
  const letters = await Promise.all([
    letter({ text: words, colour: palette.ink, ...main }, sketch),
    letter({ text: '沙盒示例图', colour: palette.ink, ...note }, sketch),
  ])
  const bytes = await sharp(scenery(sketch, palette)).composite(letters).png({ compressionLevel: 0 }).toBuffer()
  return decode(bytes)
}
