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

/** The numbers of the entries of literature. */
export const literatureNumbers = (brief: Brief) =>
  Array.from({ length: literatureCount(brief) }, (_, index) => index + 1)

/** One item a line, as many as asked. */
export function writeLines(asked: AskedSection, brief: Brief, voice: Voice): string {
  if (isLiterature(asked.name)) return literature(brief, voice)
  const count = asked.count ? voice.random.between(asked.count.from, asked.count.to) : 4
  return Array.from({ length: count }, (_, index) => writeItem(asked, index, voice)).join('\n')
}

/** 以“重点：”或“难点：”开头: each item begins with one of them in turn. */
function beginnings(order: string): string[] {
  const clause = /以((?:[“”、或：]|[^“”，；。])+)(?:之一)?开头/.exec(order)?.[1] ?? ''
  return [...clause.matchAll(/“([^“”]+)”/g)].map((match) => match[1] ?? '')
}

function writeItem(asked: AskedSection, index: number, voice: Voice): string {
  const heads = beginnings(asked.order)
  const head = heads[index % heads.length] ?? ''
  const answer = /答案：/.test(asked.order) ? `答案：${voice.say('claims')}` : ''
  return `${head}${writeBare(asked, index, voice)}${answer}`
}

function writeBare(asked: AskedSection, index: number, voice: Voice): string {
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

/** Each number cited once, spread over the paragraphs before their last mark. */
export function withCitations(text: string, numbers: readonly number[], sampleLine: string): string {
  const blocks = text.split('\n\n')
  const places = blocks.flatMap((block, index) =>
    /^\s*(?:#|>|[-*]\s|\d+[.、]\s)/.test(block) || block === sampleLine || !/[。！？.]$/.test(block) ? [] : [index],
  )
  numbers.forEach((number, index) => {
    const place = places[Math.floor((index * places.length) / numbers.length)]
    if (place !== undefined) blocks[place] = (blocks[place] ?? '').replace(/[。！？.]$/, (mark) => `[${number}]${mark}`)
  })
  return blocks.join('\n\n')
}
