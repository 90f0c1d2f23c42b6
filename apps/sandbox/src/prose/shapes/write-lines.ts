import type { Brief } from '../brief.ts'
import type { AskedSection } from '../contract.ts'
import { numberIn } from '../facts.ts'
import type { Voice } from '../voice.ts'
import { framings } from '../zh/short-lines.ts'

const isLiterature = (name: string) => /文献|references/i.test(name)

/** How many entries of literature are asked for. */
export function literatureCount(brief: Brief): number {
  const section = brief.contract.find(({ name, shape }) => shape === 'lines' && isLiterature(name))
  return section === undefined ? 0 : Math.min(60, numberIn(brief.facts, /文献.*数|references/i) ?? 5)
}

/** One item a line, as many as asked. */
export function writeLines(asked: AskedSection, brief: Brief, voice: Voice): string {
  if (isLiterature(asked.name)) return literature(brief, voice)
  const count = asked.count ? voice.random.between(asked.count.from, asked.count.to) : 4
  return Array.from({ length: count }, (_, index) => writeItem(asked, index, voice)).join('\n')
}

function writeItem(asked: AskedSection, index: number, voice: Voice): string {
  const word = voice.keywords[index % voice.keywords.length] ?? voice.topic
  if (/配图|图片|画面/.test(asked.name)) {
    const head = index === 0 ? '封面：' : ''
    return `${head}${voice.random.pick(framings)}拍${word}，自然光，图上写“${Array.from(word).slice(0, 8).join('')}”`
  }
  return voice.say('listItems').replaceAll('**', '')
}

/** Entries that nobody can mistake for real ones. */
function literature(brief: Brief, voice: Voice): string {
  return Array.from({ length: literatureCount(brief) }, (_, index) => {
    const word = voice.keywords[index % voice.keywords.length] ?? voice.topic
    return `[${index + 1}] 沙盒示例作者${index + 1}. ${word}研究示例[J]. 沙盒示例刊物, 2024.（待核实）`
  }).join('\n')
}

/** Every entry cited, spread over the paragraphs before their last mark. */
export function withCitations(text: string, count: number, sampleLine: string): string {
  const blocks = text.split('\n\n')
  const places = blocks.flatMap((block, index) =>
    /^\s*(?:#|>|[-*]\s|\d+[.、]\s)/.test(block) || block === sampleLine || !/[。！？.]$/.test(block) ? [] : [index],
  )
  for (let number = 1; number <= count && places.length > 0; number += 1) {
    const place = places[Math.floor(((number - 1) * places.length) / count)] ?? 0
    blocks[place] = (blocks[place] ?? '').replace(/[。！？.]$/, (mark) => `[${number}]${mark}`)
  }
  return blocks.join('\n\n')
}
