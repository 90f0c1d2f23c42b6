import type { PressReleaseInput } from './fields.ts'
import type { ToolResult } from '../../results/section.ts'
import type { ToolCheck } from '../check-answer.ts'
import { notLookedAt, textOf, verdict } from '../verdict.ts'

/** 中华人民共和国广告法, article 14: an advertisement in the media is recognisable as one and not dressed as news. */
const recognisable = { title: '《中华人民共和国广告法》第十四条', url: 'https://flk.npc.gov.cn/', date: '2021-04-29' }

export function checkPress(result: ToolResult, input: PressReleaseInput): ToolCheck[] {
  return [...(input.kind === 'advertorial' ? [advertisingCheck(result)] : []), quoteCheck(result, input)]
}

function advertisingCheck(result: ToolResult): ToolCheck {
  const text = ['title', 'subtitle', 'lead', 'body', 'boilerplate'].map((field) => textOf(result, field)).join('\n')
  const isMarked = /[（(【[]\s*(?:广告|推广)\s*[）)】\]]|本文为[^。\n]{0,8}(?:广告|推广)|内容推广|广告合作/u.test(text)
  const detail = isMarked
    ? { zh: '已标明“广告”', en: 'Marked as advertising' }
    : { zh: '没有标明“广告”，读者无法辨认，请在文首标注', en: 'Not marked; say at the top that it is advertising' }
  return verdict(
    'press.advertising',
    isMarked,
    { zh: '广告标识', en: 'Recognisable advertising' },
    detail,
    recognisable,
  )
}

const spoken = [
  /(?:说道?|表示|指出|认为|强调|介绍|坦言|透露|称|告诉记者)\s*[，,：:]?\s*[“"「]([^”"」\n]{4,})[”"」]/gu,
  /[“"「]([^”"」\n]{4,})[”"」][，,]?\s*[^“”。\n]{0,24}(?:说|表示|指出|强调|介绍|坦言)/gu,
]

/** What is put into somebody's mouth, to the letter. */
export function quotesIn(text: string): string[] {
  return [...new Set(spoken.flatMap((pattern) => [...text.matchAll(pattern)].map((match) => match[1] ?? '')))]
}

const bare = (text: string) => text.replaceAll(/[\s\p{P}]/gu, '')

function quoteCheck(result: ToolResult, input: PressReleaseInput): ToolCheck {
  const given = bare(`${input.quotes}\n${input.facts}`)
  const quotes = quotesIn(`${textOf(result, 'lead')}\n${textOf(result, 'body')}`)
  const label = { zh: '引语来源', en: 'Quotes' }
  if (quotes.length === 0)
    return notLookedAt('press.quotes', label, { zh: '文中没有引语', en: 'the text quotes nobody' })
  const unknown = quotes.filter((quote) => !given.includes(bare(quote)))
  const first = unknown[0]?.slice(0, 16)
  const detail =
    first === undefined
      ? { zh: `引语 ${quotes.length} 处，均来自所给材料`, en: `${quotes.length}, all from your material` }
      : { zh: `材料里没有：“${first}…”，请核实`, en: `Not in your material: “${first}…”` }
  return verdict('press.quotes', unknown.length === 0, label, detail)
}
