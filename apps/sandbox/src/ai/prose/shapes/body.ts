import type { Brief } from '../brief.ts'
import { measure } from '../measure.ts'
import type { Role } from '../phrasebook.ts'
import type { Voice } from '../voice.ts'

export const defaultLength = 1000
const charsPerSection = 330
const shortestWithHeadings = 260

interface Draft {
  blocks: string[]
  count: number
}

function add(draft: Draft, block: string): void {
  draft.blocks.push(block)
  draft.count += measure(block)
}

const paragraphRoles: readonly (readonly Role[])[] = [
  ['claims', 'claims', 'examples'],
  ['examples', 'claims', 'claims'],
  ['claims', 'examples', 'claims', 'transitions'],
  ['claims', 'claims'],
]

function addParagraphs(draft: Draft, voice: Voice, until: number): void {
  while (draft.count < until - 20) {
    const sentences: string[] = []
    let count = draft.count
    for (const role of voice.random.pick(paragraphRoles)) {
      if (count >= until - 12) break
      const sentence = voice.say(role)
      sentences.push(sentence)
      count += measure(sentence)
    }
    add(draft, sentences.join(voice.book.space))
  }
}

function addList(draft: Draft, voice: Voice): void {
  const isNumbered = voice.random.next() < 0.4
  const items = Array.from({ length: voice.random.between(3, 4) }, (_, index) => {
    const mark = isNumbered ? `${index + 1}.` : '-'
    return `${mark} ${voice.say('listItems')}`
  })
  add(draft, items.join('\n'))
}

function tonePrefix(brief: Brief, voice: Voice): string {
  if (brief.language !== 'zh' || brief.tone === null) return ''
  if (/轻松|活泼|幽默|口语|亲切|温暖/.test(brief.tone)) {
    return voice.random.pick(['咱们先聊两句家常。', '泡杯茶，慢慢说。', '不卖关子，直接开聊。', '今天的话题有点意思。'])
  }
  if (/正式|严谨|专业|权威|客观/.test(brief.tone)) {
    return voice.random.pick([
      '本文拟就此作一梳理。',
      '以下从三个层面展开。',
      '为便于讨论，先界定范围。',
      '结论先行，论证随后。',
    ])
  }
  return ''
}

/** The call to action the prompt asks for. */
function endingLine(brief: Brief): string {
  if (brief.language !== 'zh' || brief.ending === null) return ''
  if (/关注/.test(brief.ending)) return '觉得有用的话，欢迎关注我们，下一篇继续聊。'
  if (/留言|评论|问题/.test(brief.ending)) return '你怎么看？欢迎在留言区写下你的经历。'
  if (/转发|分享/.test(brief.ending)) return '如果身边也有人需要，请把这篇文章转给他。'
  return /产品|服务|购买/.test(brief.ending) ? '想进一步了解，可以点击文末的链接看看介绍。' : ''
}

function extraSentence(brief: Brief, voice: Voice): string {
  if (brief.extra === null) return ''
  const quoted = Array.from(brief.extra.replaceAll(/\s+/g, ' ').trim()).slice(0, 28).join('')
  return brief.language === 'zh'
    ? `按照“${quoted}”的要求，这里多说一句：${voice.say('claims')}`
    : `As asked (“${quoted}”), one more note. ${voice.say('claims')}`
}

function addSection(
  draft: Draft,
  voice: Voice,
  brief: Brief,
  plan: { index: number; total: number; until: number },
): void {
  const emoji = brief.wantsEmoji ? `${voice.random.pick(voice.book.emojis)} ` : ''
  add(draft, `## ${emoji}${brief.outline[plan.index] ?? voice.say('headings')}`)
  if (plan.index === 0 && brief.extra !== null) add(draft, extraSentence(brief, voice))
  const isListSection = plan.index === Math.floor(plan.total / 2)
  const isQuoteSection = plan.index === (plan.total > 2 ? plan.total - 2 : 0)
  const room = plan.until - draft.count
  if (isListSection && room > 190) {
    addParagraphs(draft, voice, plan.until - 130)
    addList(draft, voice)
  }
  if (isQuoteSection && plan.until - draft.count > 60) {
    addParagraphs(draft, voice, plan.until - 30)
    add(draft, `> ${voice.say('quotes')}`)
  }
  addParagraphs(draft, voice, plan.until)
}

/** Fills what is left of the target with sentences that fit, closings first. */
function closeWithin(draft: Draft, voice: Voice, target: number): void {
  const sentences: string[] = []
  let left = target - draft.count
  for (let round = 0; round < 12 && left > 9; round += 1) {
    const isLast = left < 60
    const sentence = isLast
      ? voice.sayNear(['closings', 'claims', 'quotes', 'transitions'], left, measure)
      : voice.say(round === 0 ? 'closings' : 'claims')
    const next = left - measure(sentence)
    if (Math.abs(next) >= left) break
    // The closing thought belongs last, whatever was needed to fill before it.
    if (round === 0) sentences.push(sentence)
    else sentences.splice(-1, 0, sentence)
    left = next
  }
  if (sentences.length > 0) add(draft, sentences.join(voice.book.space))
}

/** A markdown body of the asked length (±10 %), counted with the closing sample line. */
export function writeBody(brief: Brief, voice: Voice, target = brief.length ?? defaultLength): string {
  const draft: Draft = { blocks: [], count: 0 }
  const inner = Math.max(1, target - measure(voice.book.sampleLine))
  if (inner < shortestWithHeadings) {
    addParagraphs(draft, voice, inner - 45)
    closeWithin(draft, voice, inner)
    return [...draft.blocks, voice.book.sampleLine].join('\n\n')
  }
  add(
    draft,
    [tonePrefix(brief, voice), voice.say('openings'), voice.say('claims')].filter(Boolean).join(voice.book.space),
  )
  const closing = Math.min(120, inner * 0.15)
  const total = brief.outline.length || Math.max(1, Math.min(8, Math.round(inner / charsPerSection)))
  const start = draft.count
  const perSection = (inner - closing - start) / total
  for (let index = 0; index < total; index += 1) {
    addSection(draft, voice, brief, { index, total, until: start + perSection * (index + 1) })
  }
  const ending = endingLine(brief)
  closeWithin(draft, voice, inner - measure(ending))
  return [...draft.blocks, ending, voice.book.sampleLine].filter((block) => block !== '').join('\n\n')
}

/** Plain paragraphs without headings, ending with the sample line. */
export function writeParagraphs(voice: Voice, target: number): string {
  const draft: Draft = { blocks: [], count: 0 }
  const inner = target - measure(voice.book.sampleLine)
  addParagraphs(draft, voice, inner - 60)
  closeWithin(draft, voice, inner)
  return [...draft.blocks, voice.book.sampleLine].join('\n\n')
}
