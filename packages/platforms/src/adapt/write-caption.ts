import { countText, fitText } from '../counting.ts'
import type { Card, MeasureWidth } from '../cards/card.ts'
import { typesetCards } from '../cards/typeset-cards.ts'
import type { ContentType, PlatformKey } from '../platforms.ts'
import { limitTables } from '../rules/limits/tables.ts'
import { themes } from '../themes.ts'
import type { ThemeKey } from '../themes.ts'
import type { WorkDocument } from '../work-document.ts'
import type { Adapting } from './adapting.ts'
import { withoutChanges } from './changes.ts'
import { leadOf } from './lead.ts'
import { blockLines } from './plain-text.ts'

export interface CaptionOptions {
  type: ContentType
  tags: readonly string[]
  label: string | null
  theme: ThemeKey
  measure: MeasureWidth
  /** Whether the title begins the caption, for want of a field. */
  hasTitleInside: boolean
}

export interface Caption {
  text: string
  cards: Card[]
}

/** A caption that is not the whole text is short: more is folded away by every platform. */
const leadLength = 200

/** What stands under a film or a set of pictures. A text that does not fit stands on cards, whole; nothing of it is cut. */
export function writeCaption(adapting: Adapting, options: CaptionOptions): Caption {
  const { document, changes } = adapting
  const { type, hasTitleInside, label } = options
  const room = roomFor(adapting.platform, type, options, document.title)
  const text = plainText({ ...adapting, changes: withoutChanges(changes, allChanges) })
  const whole = type === 'video' ? withSummary(document, text) : text
  const isWhole = countText('code_points', whole) <= room
  const hasPictures = document.media.some(({ kind }) => kind === 'image')
  const isOnCards = type !== 'video' && (!isWhole || !hasPictures) && whole !== ''
  // Counted once, for the form in which the text is then read.
  plainText(isWhole ? adapting : { ...adapting, changes: withoutChanges(changes, keptOnCards) })
  const shown = isWhole ? whole : shortCaption(adapting, room)
  if (isWhole) leaveDigest(adapting, whole)
  else if (type === 'video') changes.add('body_left_out', text)
  if (hasTitleInside && document.title !== '') changes.add('title_into_body', document.title)
  const parts = [hasTitleInside ? document.title : '', shown, label ?? '']
  return {
    text: parts.filter((part) => part !== '').join('\n\n'),
    cards: isOnCards ? cardsOf(adapting, options) : [],
  }
}

const keptOnCards = ['marks_dropped', 'code_as_text', 'quotes_as_text', 'rules_dropped'] as const
const allChanges = [
  ...keptOnCards,
  'strikes_dropped',
  'tables_as_rows',
  'formulas_as_source',
  'links_removed',
  'pictures_out_of_text',
] as const

/** A film is told of by its summary; what is said in it follows where there is room. */
const withSummary = ({ summary }: WorkDocument, text: string) =>
  summary === null || text.includes(summary) ? text : [summary, text].filter((part) => part !== '').join('\n\n')

const plainText = (adapting: Adapting) =>
  adapting.document.blocks
    .map((block) => blockLines(block, adapting).join('\n'))
    .filter((paragraph) => paragraph.trim() !== '')
    .join('\n\n')

/** The author's summary in full, or the beginning of the text. */
function shortCaption({ document, changes }: Adapting, room: number): string {
  if (document.summary !== null && document.summary !== '') {
    changes.add('digest_leads_caption')
    return document.summary
  }
  changes.add('caption_derived')
  const lead = leadOf(document.blocks, Math.min(leadLength, room))
  return fitText(lead, Math.max(0, room), 'code_points')
}

function leaveDigest({ document, changes }: Adapting, whole: string) {
  const { summary } = document
  if (summary !== null && summary !== '' && !whole.includes(summary)) changes.add('digest_left_out', summary)
}

const usualLimit = 1_000

/** Characters that the title, the label and the tags leave to the text. */
function roomFor(platform: PlatformKey, type: ContentType, options: CaptionOptions, title: string): number {
  const line = limitTables[platform].find(
    ({ measure, unit, types }) => measure === 'body' && unit === undefined && types?.includes(type) !== false,
  )
  const limit = line?.soft ?? line?.hard ?? usualLimit
  const { label, tags, hasTitleInside } = options
  const others = [hasTitleInside ? title : '', label ?? '', tags.map((tag) => `#${tag}`).join(' ')]
  return limit - others.reduce((sum, part) => sum + (part === '' ? 0 : countText('code_points', part) + 2), 0)
}

function cardsOf({ platform, document, changes }: Adapting, { theme, measure, label, type }: CaptionOptions): Card[] {
  const line = limitTables[platform].find(
    ({ measure: what, bound, types }) => what === 'image_count' && bound === 'max' && types?.includes(type) !== false,
  )
  const pictures = document.media.filter(({ kind }) => kind === 'image').length
  const most = Math.max(1, (line?.hard ?? usualCards) - pictures)
  const { cards, isSmaller } = typesetCards(document.blocks, {
    title: document.title,
    theme: themes[theme],
    measure,
    label,
    most,
  })
  changes.add('text_onto_cards')
  if (isSmaller) changes.add('cards_smaller_type')
  return cards
}

/** Where no platform says how many pictures it takes: as many as the strictest of those that do. */
const usualCards = 18
