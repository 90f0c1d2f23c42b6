import type { AskedSection } from './contract.ts'
import { measure } from './measure.ts'
import type { Brief } from './read-brief.ts'
import { numberOf, valueOf } from './read-form.ts'
import { sentencesOf, type SampleSection } from './sample.ts'
import { sampleLineOf, type Weaver } from './weaver.ts'

export const defaultLength = 1000
const charsPerSection = 330
const shortestWithHeadings = 260

type Style = 'article' | 'plain' | 'official' | 'timed' | 'outline'

function styleOf(asked: AskedSection | null, { sample, brief }: Weaver): Style {
  const order = asked?.order ?? ''
  if (/“一、”/.test(order)) return 'official'
  if (/（n\s*分钟）/.test(order)) return 'timed'
  if (/^[^：]{0,4}大纲/.test(brief.form.facts['写作范围'] ?? '')) return 'outline'
  return sample.isPlain || /纯文本/.test(order) ? 'plain' : 'article'
}

/** So many sections, the last among them: a text of any length comes to its end. */
function sectionsOf({ sample: { sections } }: Weaver, count: number): SampleSection[] {
  if (count < sections.length) return [...sections.slice(0, count - 1), ...sections.slice(-1)]
  return Array.from({ length: count }, (_, index) => sections[index % sections.length]).filter(
    (section) => section !== undefined,
  )
}

/** Whole numbers that add up. */
export function split(total: number, count: number): number[] {
  const upTo = (index: number) => Math.floor((total * index) / count)
  return Array.from({ length: count }, (_, index) => upTo(index + 1) - upTo(index))
}

/** Two to four sentences a paragraph. */
function paragraphs(sentences: readonly string[], { random, space }: Weaver): string[] {
  const blocks: string[] = []
  for (let at = 0; at < sentences.length;) {
    const size = random.between(2, 4)
    blocks.push(sentences.slice(at, at + size).join(space))
    at += size
  }
  return blocks
}

/** What the person gave for a section, a line each; section marks in it lose their brackets. */
function materialLines(text: string, room: number): string[] {
  let left = room
  const lines = text.split(/\n+/).map((line) => line.replaceAll(/[【】]/g, '').trim())
  return lines.filter((line) => line !== '' && (left -= measure(line)) >= 0)
}

/** Texts to work on or to look at, not facts to tell. */
const notTold =
  /原文|已写|已有内容|前文|上文|现有|大纲|提纲|参考|范文|样例|附件|词表|术语|选段|情节|设定|记忆|招聘|机构介绍/

/** Pasted facts that no section of the sample has a place for, a paragraph each. */
function otherMaterial({ brief, sample }: Weaver, sections: readonly SampleSection[], room: number): string[] {
  if (sample.isPlain) return []
  let left = room
  return Object.entries(brief.form.materials).flatMap(([label, text]) => {
    if (notTold.test(label) || brief.sections.includes(label) || sections.some(({ material }) => material === label))
      return []
    const told = materialLines(text, left).join('；')
    left -= measure(told)
    return told === '' ? [] : [`${label}：${told}${/[。！？]$/.test(told) ? '' : '。'}`]
  })
}

function endingLine({ brief, sample }: Weaver): string {
  const asked = valueOf(brief.form, /^(?:结尾|公文文种)/) ?? ''
  const pairs = [...(sample.items['结尾'] ?? []), ...(sample.items['结语'] ?? [])].join('｜')
  const found = [...pairs.matchAll(/([^=｜]+(?:｜[^=｜]+)*)=([^｜]+)/g)].find(([, keys = '']) =>
    keys.split('｜').some((key) => asked.includes(key)),
  )
  return found?.[2] ?? ''
}

const numerals = '一二三四五六七八九十'
const emojis = ['✨', '🌿', '☕', '📝', '💡']

interface Part {
  heading: string
  section: SampleSection | undefined
  room: number
}

function headingOf(style: Style, heading: string, index: number, minutes: number, weaver: Weaver): string {
  if (style === 'official') return `${numerals.charAt(index)}、${heading}`
  if (style === 'timed') return `### ${heading}（${minutes} 分钟）`
  return `## ${weaver.brief.wantsEmoji ? `${weaver.random.pick(emojis)} ` : ''}${heading}`
}

/** A part of an article: what was given for it, sentences, a list and a quote where there is room. */
function articleBlocks(weaver: Weaver, { section, room }: Part): string[] {
  const given = section?.material ? (weaver.brief.form.materials[section.material] ?? '') : ''
  const lines = materialLines(given, room * 1.5)
  const told = lines.length > 1 ? lines.map((line) => `- ${line}`).join('\n') : (lines[0] ?? '')
  const list = room > 200 ? (section?.list ?? []).flatMap((item) => weaver.fill(item) ?? []).join('\n') : ''
  const quote = room > 160 && section?.quote ? (weaver.fill(section.quote) ?? '') : ''
  const isFull = given !== '' && section?.sentences.length === 0
  const sentences = isFull ? [] : weaver.take(room - measure([told, list, quote].join('\n')), section?.sentences)
  const [first = '', ...rest] = paragraphs(sentences, weaver)
  return [told, first, list, quote, ...rest]
}

function officialBlocks(weaver: Weaver, { section, room }: Part): string[] {
  const given = section?.material ? (weaver.brief.form.materials[section.material] ?? '') : ''
  const told = materialLines(given.replaceAll('；', '\n'), room).map((line) => line.replace(/[^。]$/, '$&。'))
  const items = [...told, ...weaver.take(room - measure(told.join('\n')), section?.sentences)]
  return items.map((item, at) => (at < numerals.length ? `（${numerals.charAt(at)}）${item}` : item))
}

function timedBlocks(weaver: Weaver, { section, room }: Part): string[] {
  const own = section?.sentences ?? []
  const said = weaver.take(room, own)
  return [...said.slice(0, own.length), ...paragraphs(said.slice(own.length), weaver)]
}

const blocksOf = { article: articleBlocks, official: officialBlocks, timed: timedBlocks }

/** The parts of a text under their headings, each with its share of the room. */
function headedParts(weaver: Weaver, style: keyof typeof blocksOf, room: number): string[] {
  const { brief, sample } = weaver
  const most = style === 'official' ? 180 : charsPerSection
  const hasPlaces = style === 'article' && sample.sections.some(({ material }) => material !== null)
  const fitting = Math.max(1, Math.min(sample.sections.length, Math.round(room / most)))
  const count = brief.outline.length || (style === 'timed' || hasPlaces ? sample.sections.length : fitting)
  const minutes = split(numberOf(brief.form, /总时长|时长|课时/) ?? 45, count)
  let left = room
  return sectionsOf(weaver, count).flatMap((usual, index) => {
    const name = brief.outline[index] ?? usual.heading
    const section = sample.sections.find(({ heading }) => heading === name) ?? usual
    const heading = headingOf(style, name, index, minutes[index] ?? 0, weaver)
    const part = { heading, section, room: left / (count - index) - measure(heading) }
    const blocks = [heading, ...blocksOf[style](weaver, part)]
    left -= measure(blocks.join('\n'))
    return blocks
  })
}

/** Headings of three levels with a sentence each, for a form that asks for an outline as its body. */
function outlineBody(weaver: Weaver): string[] {
  return sectionsOf(weaver, 5).flatMap(({ heading, sentences }, chapter) => {
    const [first = '', second = ''] = sentences.map((sentence) => weaver.fill(sentence) ?? '')
    const below = [`${weaver.words[0] ?? weaver.topic}的含义`, `与${weaver.topic}的关系`]
    const parts = [first, second].flatMap((text, at) => [`### ${chapter + 1}.${at + 1} ${below[at] ?? ''}`, text])
    return [`## ${chapter + 1} ${heading}`, ...parts]
  })
}

const withEmoji = (blocks: readonly string[], { brief, random }: Weaver) =>
  brief.wantsEmoji ? blocks.map((block) => `${random.pick(emojis)}${block}`) : [...blocks]

/** What the prompt wants to stand first: 正文第一行单独写“（广告）”. */
const firstLine = /(?:第一行单独写|正文开头写明)“([^”]+)”/

/** A running text of the asked length (±10 %), counted with the line that says it is a sample. */
export function writeBody(
  weaver: Weaver,
  asked: AskedSection | null = null,
  target = weaver.brief.length ?? defaultLength,
): string {
  const { brief, sample } = weaver
  const style = styleOf(asked, weaver)
  const first = firstLine.exec(Object.values(brief.form.facts).join('\n'))?.[1] ?? ''
  if (style === 'outline') return [...outlineBody(weaver), sampleLineOf(brief)].join('\n\n')
  const ending = endingLine(weaver)
  const room = target - measure([first, ending, sampleLineOf(brief)].join('\n'))
  const other = otherMaterial(weaver, sample.sections, room * 0.6)
  const inner = Math.max(1, room - measure(other.join('\n')))
  const leads = (sample.lines['lead'] ?? []).flatMap(sentencesOf)
  const isShort = inner < shortestWithHeadings && style === 'article'
  const blocks =
    style === 'plain' || isShort ? plainBlocks(weaver, leads, inner) : headedBlocks(weaver, style, leads, inner)
  const text = style === 'plain' ? withEmoji(blocks, weaver) : blocks
  const told = style === 'timed' ? [...other, ...text] : [...text.slice(0, -1), ...other, ...text.slice(-1)]
  return [first, ...told, ending, sampleLineOf(brief)].filter((block) => block !== '').join('\n\n')
}

function plainBlocks(weaver: Weaver, leads: readonly string[], inner: number): string[] {
  const own = weaver.sample.sections.flatMap(({ sentences }) => sentences)
  return paragraphs(weaver.take(inner, [...leads, ...own]), weaver)
}

function headedBlocks(weaver: Weaver, style: keyof typeof blocksOf, leads: readonly string[], inner: number): string[] {
  const opening = leads.map(weaver.fill).filter((sentence) => sentence !== null)
  const closing = (weaver.sample.lines['end'] ?? []).flatMap(sentencesOf)
  const reserve = style === 'article' ? Math.min(120, inner * 0.15) : 0
  const parts = headedParts(weaver, style, inner - reserve - measure(opening.join('\n')))
  const lead = style === 'timed' ? [] : [opening.join(weaver.space)]
  const left = inner - measure([...lead, ...parts].join('\n'))
  return [...lead, ...parts, weaver.take(left, closing).join(weaver.space)].filter((block) => block !== '')
}

/** Whether the text cites its literature by number. */
export const citesNumbers = ({ form }: Brief, asked: AskedSection | null) =>
  /顺序编码|\[1\]/.test(form.facts['引用格式'] ?? '') && (asked === null || /\[序号\]/.test(asked.order))

/** Each number cited once, spread over the paragraphs before their last mark. */
export function withCitations(text: string, count: number): string {
  const blocks = text.split('\n\n')
  const places = blocks.flatMap((block, index) =>
    /^\s*(?:#|>|[-*]\s|\d+[.、]\s|[（(]以上)/.test(block) || !/[。！？.]$/.test(block) ? [] : [index],
  )
  for (let index = 0; index < count; index += 1) {
    const place = places[Math.floor((index * places.length) / count)]
    if (place !== undefined)
      blocks[place] = (blocks[place] ?? '').replace(/[。！？.]$/, (mark) => `[${index + 1}]${mark}`)
  }
  return blocks.join('\n\n')
}
