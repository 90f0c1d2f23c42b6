import { asSection, mainSectionOf, type AskedSection } from './contract.ts'
import type { Brief } from './read-brief.ts'
import { numberOf, valueOf } from './read-form.ts'
import { sectionKind } from './sections.ts'
import { citesNumbers, withCitations, writeBody } from './write-body.ts'
import { writeTable } from './write-table.ts'
import type { Weaver } from './weaver.ts'

const maxTitleChars = 30
const maxSummaryChars = 90
const summaryMark = '沙盒示例：'

/** How many entries of literature are asked for. */
export function literatureCount({ contract, form, task }: Brief): number {
  const isListed = contract.some(({ name, shape }) => shape === 'lines' && /文献|references/i.test(name))
  if (!isListed && task !== 'part') return 0
  return Math.min(60, numberOf(form, /文献.*数|references/i) ?? (isListed ? 5 : 0))
}

/** Enough words for what is asked, the prompt's own first. */
function wordList({ brief, allWords, topic }: Weaver, asked: AskedSection, prefix: string): string {
  const least = asked.count?.from ?? 0
  const own = [...new Set([...brief.keywords, topic, ...allWords])]
  const chosen = own.slice(0, Math.max(Math.min(6, brief.keywords.length + 1), least))
  const items = chosen.map((word) => (prefix === '' ? word : `#${word.replaceAll(/\s+/g, '')}`))
  return items.join(prefix === '' || /顿号/.test(asked.order) ? '、' : ' ')
}

function titleOf(weaver: Weaver, asked: AskedSection): string {
  return weaver.line('title', asked.maxChars ?? (weaver.brief.language === 'zh' ? maxTitleChars : maxTitleChars * 2))
}

function summaryOf(weaver: Weaver, asked: AskedSection): string {
  const usual = weaver.brief.language === 'zh' ? maxSummaryChars : maxSummaryChars * 2
  const room = Math.min(usual, (asked.maxChars ?? usual + 10) - summaryMark.length)
  return summaryMark + weaver.line(weaver.sample.lines['summary'] ? 'summary' : 'lead', room)
}

/** 以“重点：”或“难点：”开头: each item begins with one of them in turn. */
function beginnings(order: string): string[] {
  const clause = /以((?:[“”、或：]|[^“”，；。])+)(?:之一)?开头/.exec(order)?.[1] ?? ''
  return [...clause.matchAll(/“([^“”]+)”/g)].map((match) => match[1] ?? '')
}

/** Entries that nobody can mistake for real ones. */
function literature({ brief, words, topic }: Weaver): string[] {
  return Array.from({ length: literatureCount(brief) }, (_, index) => {
    const word = words[index % words.length] ?? topic
    return `[${index + 1}] 沙盒示例作者${index + 1}. ${word}研究示例[J]. 沙盒示例刊物, 2024.（待核实）`
  })
}

function picture({ words, topic, random }: Weaver, index: number): string {
  const word = words[index % words.length] ?? topic
  const framing = random.pick(['俯拍', '近景', '侧光特写', '平视中景'])
  return `${index === 0 ? '封面：' : ''}${framing}拍${word}，自然光，图上写“${Array.from(word).slice(0, 8).join('')}”`
}

/** One item a line, as many as asked. */
function itemsOf(weaver: Weaver, asked: AskedSection): string[] {
  if (/文献|references/i.test(asked.name)) return literature(weaver)
  const own = weaver.sample.items[asked.name] ?? []
  const { from, to } = asked.count ?? { from: own.length || 4, to: own.length || 4 }
  const count = own.length === 0 ? weaver.random.between(from, to) : Math.max(from, Math.min(to, own.length))
  const heads = beginnings(asked.order)
  return Array.from({ length: count }, (_, index) => {
    const head = heads[index % heads.length] ?? ''
    if (/配图|图片|画面/.test(asked.name)) return picture(weaver, index)
    const pattern = index < own.length ? own[index] : undefined
    const item = (pattern === undefined ? null : weaver.fill(pattern)) ?? weaver.take(30)[0] ?? weaver.topic
    return `${head}${item}${/答案：/.test(asked.order) && !item.includes('答案：') ? '答案：言之有据即可。' : ''}`
  })
}

function today(): string {
  const now = new Date()
  return `${now.getFullYear()}年${now.getMonth() + 1}月${now.getDate()}日`
}

const otherNames: Record<string, RegExp> = {
  落款: /^(?:发文机关|发布单位|汇报单位|单位|姓名)$/,
  机构简介: /^(?:机构介绍|公司介绍|单位介绍)$/,
}

/** What the prompt says itself for a short section; else null. */
function givenFor(
  { brief: { form }, fill }: Weaver,
  { name, shape, isOptional, maxChars }: AskedSection,
): string | null {
  const kind = sectionKind(name)
  if (name === '文种') return fill('{文种}')
  if (kind === 'title' || (kind !== 'other' && !isOptional)) return null
  const values = shape === 'lines' ? form.materials : { ...form.materials, ...form.facts }
  const near = Object.keys(values).find((label) => label.endsWith(name) || name.startsWith(label))
  const given = near === undefined ? valueOf(form, otherNames[name] ?? /^$/) : (values[near] ?? null)
  if (given !== null)
    return shape === 'lines' ? given.split(/[；;\n]/).join('\n') : given.slice(0, maxChars ?? undefined)
  return /日期/.test(name) ? today() : null
}

function runningText(weaver: Weaver, asked: AskedSection): string {
  const text = writeBody(weaver, asked)
  return citesNumbers(weaver.brief, asked) ? withCitations(text, literatureCount(weaver.brief)) : text
}

function lineFor(weaver: Weaver, asked: AskedSection): string {
  const own = { 副标题: 'subtitle', 导语: 'intro', 开场钩子: 'hook' }[asked.name]
  if (own !== undefined && weaver.sample.lines[own]) return weaver.line(own, asked.maxChars ?? 60)
  const items = weaver.sample.items[asked.name]
  const item = items && weaver.fill(weaver.random.pick(items))
  return item ?? weaver.line((asked.maxChars ?? 40) <= 40 ? 'title' : 'lead', asked.maxChars ?? 40)
}

function isMain(asked: AskedSection, { brief: { contract } }: Weaver): boolean {
  return contract.length === 0 ? sectionKind(asked.name) === 'body' : asked === mainSectionOf(contract)
}

function textOf(asked: AskedSection, weaver: Weaver): string {
  const { name, shape, order, isOptional } = asked
  if (isMain(asked, weaver)) return runningText(weaver, asked)
  if (shape === 'table') return writeTable(asked, weaver)
  const given = shape === 'line' || shape === 'lines' ? givenFor(weaver, asked) : null
  if (given !== null) return given
  const mayBeEmpty = isOptional && name !== '副标题' && weaver.sample.items[name] === undefined
  if (mayBeEmpty && (shape === 'line' || shape === 'lines')) return ''
  if (shape === 'lines') return itemsOf(weaver, asked).join('\n')
  if (/列表/.test(order))
    return itemsOf(weaver, asked)
      .map((item) => `- ${item}`)
      .join('\n')
  const kind = sectionKind(name)
  if (kind === 'title' && name !== '副标题') return titleOf(weaver, asked)
  if (kind === 'summary' && name !== '导语') return summaryOf(weaver, asked)
  if (kind === 'keywords' || kind === 'tags') return wordList(weaver, asked, kind === 'tags' ? '#' : '')
  return lineFor(weaver, asked)
}

/** The text of one section, asked for by the contract or by its name alone. */
export function writeSection(name: string, weaver: Weaver): string {
  return textOf(weaver.brief.contract.find((section) => section.name === name) ?? asSection(name, ''), weaver)
}
