import { isBareAddress } from '@mozhou/text/blocks'
import type { Block, Inline } from '@mozhou/text/blocks'
import { isPicture } from '../blocks/picture-link.ts'
import { codeAsLines, tableAsRows } from '../blocks/simplify.ts'
import type { Theme } from '../themes.ts'
import type { CardFont } from './card.ts'
import type { StyledText } from './line-break.ts'

/** A paragraph before it is broken into lines. */
export interface Flow {
  texts: readonly StyledText[]
  /** Stands to the left of its first line. */
  mark: StyledText | null
  indent: number
  leading: number
  /** Space above it, left out at a card's top. */
  before: number
  /** A heading never stands last on a card. */
  keepsNext: boolean
  ground: 'none' | 'wash' | 'bar'
}

interface Setting {
  theme: Theme
  size: number
  /** One object for one font: runs are told apart by it. */
  font: (size: number, isBold: boolean, family?: CardFont['family']) => CardFont
  indent: number
  ground: Flow['ground']
}

/** Points of the largest type: what is read on a phone without turning it. */
export const bodySize = 42

export function titleFlow(title: string, theme: Theme, scale: number): Flow {
  const { font } = settingOf(theme, scale)
  const size = Math.round(68 * scale)
  return {
    texts: [{ text: title, font: font(size, true), colour: theme.accent }],
    mark: null,
    indent: 0,
    leading: Math.round(size * 1.4),
    before: 0,
    keepsNext: false,
    ground: 'none',
  }
}

export function flowsOf(blocks: readonly Block[], theme: Theme, scale: number): Flow[] {
  const setting = settingOf(theme, scale)
  return blocks.flatMap((block) => blockFlows(block, setting)).filter(isFilled)
}

/** A paragraph of pictures alone leaves nothing to set. */
const isFilled = ({ texts, mark }: Flow) => mark !== null || texts.some(({ text }) => text.trim() !== '')

function settingOf(theme: Theme, scale: number): Setting {
  const fonts = new Map<string, CardFont>()
  const font: Setting['font'] = (size, isBold, family = 'text') => {
    const key = `${size} ${String(isBold)} ${family}`
    const known = fonts.get(key) ?? { size, isBold, family }
    fonts.set(key, known)
    return known
  }
  return { theme, size: Math.round(bodySize * scale), font, indent: 0, ground: 'none' }
}

function blockFlows(block: Block, setting: Setting): Flow[] {
  switch (block.kind) {
    case 'heading':
      return [headingFlow(block, setting)]
    case 'paragraph':
      return [flow(styled(block.inlines, setting, false), setting)]
    case 'quote':
      return block.blocks.flatMap((inner) =>
        blockFlows(inner, { ...setting, ground: 'bar', indent: setting.indent + 32 }),
      )
    case 'code':
      return [codeFlow(block.text, setting)]
    case 'formula':
      return [flow(styled([{ kind: 'text', text: block.formula.trim() }], setting, false), setting)]
    case 'table':
      return blockFlows(tableAsRows(block), setting)
    case 'rule':
      return [
        flow([{ text: '＊　＊　＊', font: setting.font(setting.size, false), colour: setting.theme.faint }], setting),
      ]
    case 'list':
      break
  }
  return block.items.flatMap((item, at) => itemFlows(item, block.isOrdered ? `${block.start + at}.` : '•', setting))
}

/** What an item's mark takes to the left of its words. */
export const markRoom = (mark: string, size: number) => size * (mark.length > 2 ? 1.9 : 1.3)

function itemFlows(item: readonly Block[], mark: string, setting: Setting): Flow[] {
  const inner = { ...setting, indent: setting.indent + Math.round(markRoom(mark, setting.size)) }
  const flows = item.flatMap((block) => blockFlows(block, inner))
  const [first, ...rest] = flows
  if (!first) return []
  const marked = { text: mark, font: setting.font(setting.size, true), colour: setting.theme.accent }
  // An item that begins with a list has its own mark beside that of the list.
  if (first.mark) return [{ ...flow([marked], setting) }, ...flows]
  return [{ ...first, mark: marked, before: Math.round(setting.size * 0.4) }, ...rest]
}

function headingFlow({ level, inlines }: Extract<Block, { kind: 'heading' }>, setting: Setting): Flow {
  const size = Math.round(setting.size * (level <= 2 ? 1.25 : 1.1))
  const texts = styled(inlines, { ...setting, size }, true).map((text) => ({ ...text, colour: setting.theme.accent }))
  return { ...flow(texts, { ...setting, size }), before: size, keepsNext: true }
}

function codeFlow(code: string, setting: Setting): Flow {
  const size = Math.round(setting.size * 0.8)
  const font = setting.font(size, false, 'mono')
  const texts = codeAsLines(code).map((inline) => ({
    text: inline.kind === 'text' ? inline.text : '\n',
    font,
    colour: setting.theme.text,
  }))
  return {
    ...flow(texts, { ...setting, size, ground: 'wash', indent: setting.indent + 24 }),
    leading: Math.round(size * 1.5),
    before: Math.round(size * 1.4),
  }
}

const flow = (texts: readonly StyledText[], { indent, ground, size }: Setting): Flow => ({
  texts,
  mark: null,
  indent,
  leading: Math.round(size * 1.65),
  before: Math.round(size * 0.7),
  keepsNext: false,
  ground,
})

function styled(inlines: readonly Inline[], setting: Setting, isBold: boolean): StyledText[] {
  const { theme, size, font } = setting
  return inlines.flatMap((inline): StyledText[] => {
    switch (inline.kind) {
      case 'text':
        return [{ text: inline.text, font: font(size, isBold), colour: theme.text }]
      case 'break':
        return [{ text: '\n', font: font(size, isBold), colour: theme.text }]
      case 'code':
        return [{ text: inline.text, font: font(Math.round(size * 0.9), false, 'mono'), colour: theme.accent }]
      case 'formula':
        return [{ text: inline.source, font: font(size, isBold), colour: theme.text }]
      case 'strong':
        return styled(inline.inlines, setting, true).map((text) => ({ ...text, colour: theme.accent }))
      // Chinese type has no italics: emphasis is in the theme's colour.
      case 'emphasis':
        return styled(inline.inlines, setting, isBold).map((text) => ({ ...text, colour: theme.accent }))
      case 'deleted':
        return styled(inline.inlines, setting, isBold).map((text) => ({ ...text, colour: theme.faint }))
      case 'link':
        return isPicture(inline) && !isBareAddress(inline) ? [] : styled(inline.inlines, setting, isBold)
    }
  })
}
