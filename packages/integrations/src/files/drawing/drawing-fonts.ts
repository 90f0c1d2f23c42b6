import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * The fonts that cards and formulas are drawn with: Noto Sans SC, Noto Sans Mono, Noto Emoji (SIL Open Font License 1.1). They come from npm, so
 * that a picture is the same on every machine, and no font of the machine is asked.
 */
const fontModules = [
  '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  '@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf',
  '@expo-google-fonts/noto-sans-mono/400Regular/NotoSansMono_400Regular.ttf',
  '@expo-google-fonts/noto-sans-mono/700Bold/NotoSansMono_700Bold.ttf',
  '@expo-google-fonts/noto-emoji/400Regular/NotoEmoji_400Regular.ttf',
] as const

export const fontFiles = (): string[] => fontModules.map((name) => fileURLToPath(import.meta.resolve(name)))

const escapeXml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/**
 * What the process of pictures has in its environment, so that its renderer finds these fonts and no others (fontconfig reads
 * `FONTCONFIG_FILE` when it is first asked). The folder holds its cache as well.
 */
export function fontEnvironment(): { FONTCONFIG_FILE: string } {
  const folder = mkdtempSync(join(tmpdir(), 'mozhou-fonts-'))
  const folders = fontFiles().map((file) => `<dir>${escapeXml(dirname(file))}</dir>`)
  const path = join(folder, 'fonts.conf')
  writeFileSync(
    path,
    `<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "fonts.dtd">\n<fontconfig>${folders.join('')}<cachedir>${escapeXml(join(folder, 'cache'))}</cachedir></fontconfig>\n`,
  )
  return { FONTCONFIG_FILE: path }
}

/** Code points that one of the fonts has a letter for, as ranges in order; read once. */
let known: readonly (readonly [number, number])[] | null = null

/** Letters of a text that no font has: they would be drawn as boxes. What is not seen needs none. */
export function lettersWithoutFont(text: string): string[] {
  known ??= fontFiles().flatMap((file) => coveredBy(readFileSync(file)))
  const ranges = known
  const has = (code: number) => ranges.some(([from, to]) => code >= from && code <= to)
  return [...new Set(text)].filter((letter) => !unseen.test(letter) && !has(letter.codePointAt(0) ?? 0))
}

const unseen = /[\p{C}\p{Z}\p{Mn}\ufe0f\s]/u

/** Ranges of the map of a TrueType font that says the most: format 12, or 4 (OpenType 1.9.1, `cmap`). */
export function coveredBy(font: Buffer): [number, number][] {
  const tables = font.readUInt16BE(4)
  for (let at = 12; at < 12 + tables * 16; at += 16)
    if (font.toString('latin1', at, at + 4) === 'cmap') return mapRanges(font, font.readUInt32BE(at + 8))
  return []
}

function mapRanges(font: Buffer, map: number): [number, number][] {
  const maps = Array.from({ length: font.readUInt16BE(map + 2) }, (_, at) => map + font.readUInt32BE(map + 8 + at * 8))
  const whole = maps.find((at) => font.readUInt16BE(at) === 12)
  if (whole !== undefined)
    return Array.from({ length: font.readUInt32BE(whole + 12) }, (_, at): [number, number] => {
      const group = whole + 16 + at * 12
      return [font.readUInt32BE(group), font.readUInt32BE(group + 4)]
    })
  const basic = maps.find((at) => font.readUInt16BE(at) === 4)
  if (basic === undefined) return []
  const segments = font.readUInt16BE(basic + 6) / 2
  return Array.from({ length: segments }, (_, at): [number, number] => {
    const end = basic + 14 + at * 2
    return [font.readUInt16BE(end + 2 + segments * 2), font.readUInt16BE(end)]
  })
}
