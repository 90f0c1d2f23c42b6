import { escapeHtml } from '@mozhou/text/block-html'
import { xmlCharacters } from '@mozhou/text/xml-characters'
import type { Card, CardBox, CardFont, CardLine } from './card.ts'

export interface SvgFonts {
  text: string
  mono: string
}

const usualFonts: SvgFonts = {
  text: "'Noto Sans SC','PingFang SC','Microsoft YaHei',sans-serif",
  mono: "'Noto Sans Mono','JetBrains Mono',Consolas,monospace",
}

/** A card as one SVG image: every run where it was set, so that a renderer's own line-breaking has nothing to do. */
export function cardSvg({ width, height, background, boxes, lines }: Card, fonts: SvgFonts = usualFonts): string {
  const parts = [
    `<rect width="${width}" height="${height}" fill="${background}"/>`,
    ...boxes.map(boxSvg),
    ...lines.flatMap((line) => lineSvg(line, fonts)),
  ]
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">\n${parts.join('\n')}\n</svg>\n`
}

const boxSvg = ({ x, y, width, height, radius, colour }: CardBox) =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${radius}" fill="${colour}"/>`

function lineSvg({ baseline, runs }: CardLine, fonts: SvgFonts): string[] {
  return runs.map(({ x, width, text, font, colour }, at) => {
    const fitted =
      at === runs.length - 1 || text.length < 2 ? '' : ` textLength="${width}" lengthAdjust="spacingAndGlyphs"`
    const place = `x="${x}" y="${baseline}"${fitted} ${fontSvg(font, fonts)} fill="${colour}"`
    return `<text ${place} xml:space="preserve">${escapeHtml(xmlCharacters(text))}</text>`
  })
}

const fontSvg = ({ size, isBold, family }: CardFont, fonts: SvgFonts) =>
  `font-family="${fonts[family]}" font-size="${size}"${isBold ? ' font-weight="bold"' : ''}`
