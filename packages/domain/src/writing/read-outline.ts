import { readHalfJson, readHalfList } from '@mozhou/contracts/results/half-json'
import { isObject, textOf } from '@mozhou/contracts/results/text-of'
import { unfence } from '@mozhou/contracts/results/unfence'
import type { WorkPart } from './prompts/prompt.ts'

/** Parts one outline may have; what a model lists beyond is left out. */
const maxParts = 24
const longestTitle = 80
const longestBrief = 500

/**
 * The parts of an outline, asked for as `1. 引言｜问题从哪里来`, a line a part, and read as models write it: with greetings, in a fence, with
 * marks, as headings, a table or JSON. What stands listed below a part is its brief. Empty when the model gave none.
 */
export function readOutline(text: string): WorkPart[] {
  const { inside } = unfence(text.replaceAll('\r\n', '\n'), [])
  const parts = partsOfJson(inside) ?? partsOfLines(inside)
  return parts
    .map(({ title, brief }) => ({
      title: bareTitle(title).slice(0, longestTitle),
      brief: brief.slice(0, longestBrief),
    }))
    .filter(({ title }) => title !== '')
    .slice(0, maxParts)
}

interface Line {
  /** How the line is numbered: parts of one outline are numbered alike. */
  form: string
  indent: number
  text: string
}

function partsOfLines(text: string): WorkPart[] {
  const lines = text.split('\n').flatMap((line) => listedLine(line) ?? [])
  const first = lines.find(({ form }) => form !== 'bullet' && form !== 'heading') ?? lines[0]
  if (!first) return []
  const parts: { title: string; brief: string[] }[] = []
  for (const { form, indent, text: said } of lines.slice(lines.indexOf(first))) {
    if (form === first.form && indent <= first.indent) parts.push(splitPart(said))
    else parts.at(-1)?.brief.push(withoutMarks(said))
  }
  return parts.map(({ title, brief }) => ({ title, brief: brief.join('，') }))
}

const chinese = '[一二三四五六七八九十]{1,3}'
const digits = '[\\d０-９]{1,2}'
const numberings: readonly (readonly [form: string, pattern: RegExp])[] = [
  ['chapter', new RegExp(`^第\\s*(?:${digits}|${chinese})\\s*(?:部分|[章节回篇幕])[、.．:：\\s]*`, 'u')],
  ['chapter', new RegExp(`^(?:${digits}|${chinese})\\s*(?:部分|[章节])[、.．:：\\s]*`, 'u')],
  ['chapter', /^(?:chapter|part|section)\s+\d{1,2}[.:：\s–-]*/iu],
  // `1.1` and `1.1.2` stand below `1.`.
  ['below', /^\d{1,2}(?:\.\d{1,2})+[.、．\s]*/u],
  ['number', new RegExp(`^${digits}\\s*[.、．)）:：]\\s*`, 'u')],
  ['chinese', new RegExp(`^${chinese}[、.．:：]\\s*`, 'u')],
  ['bracketed', new RegExp(`^[（(]\\s*(?:${digits}|${chinese})\\s*[)）]\\s*`, 'u')],
  ['circled', /^[①-⑳]\s*/u],
]

/** A line with a number, a bullet or a heading's marks before it; null for any other, like the words around an outline. */
function listedLine(line: string): Line | null {
  if (/^\s*\|/u.test(line)) return rowLine(line)
  const [all = '', blank = '', mark = ''] = /^(\s*)((?:[-*+•]\s+|#{1,6}\s*)?)(?:\*\*|__)?/u.exec(line) ?? []
  const text = line.slice(all.length)
  const indent = blank.length
  const [form, pattern] = numberings.find(([, numbering]) => numbering.test(text)) ?? []
  const said = (pattern ? text.replace(pattern, '') : text).trim()
  if (said === '') return null
  if (form !== undefined) return { form, indent, text: said }
  if (mark === '') return null
  return { form: mark.startsWith('#') ? 'heading' : 'bullet', indent, text: said }
}

/** `| 1 | 引言 | 问题从哪里来 |` */
function rowLine(line: string): Line | null {
  const cells = line
    .split('|')
    .slice(1)
    .map((cell) => cell.trim())
  const [number = '', ...rest] = cells.filter((cell) => cell !== '')
  const isNumbered = new RegExp(`^(?:第?(?:${digits}|${chinese})(?:部分|[章节])?[.、]?)$`, 'u').test(number)
  return isNumbered && rest.length > 0 ? { form: 'row', indent: 0, text: rest.join('｜') } : null
}

/** Title and brief: at a bar, or where there is none, at a dash or a colon. */
function splitPart(said: string): { title: string; brief: string[] } {
  const line = withoutMarks(said).replace(/^(?:标题|章名|题目|title)\s*[:：]\s*/iu, '')
  const [title = '', ...brief] = line.split(/[｜|]/u.test(line) ? /\s*[｜|]\s*/u : /\s*(?:——|：|: )\s*/u)
  return { title, brief: brief.map(withoutLabel).filter((piece) => piece !== '') }
}

const withoutLabel = (brief: string) => brief.trim().replace(/^(?:要点|内容|概要|brief|summary)\s*[:：]\s*/iu, '')
const withoutMarks = (text: string) => text.replaceAll(/\*\*|__|`/gu, '').trim()

/** Without heading marks, and without quotes or brackets around the whole. */
function bareTitle(title: string): string {
  const bare = withoutMarks(title)
    .replace(/^#{1,6}\s*/u, '')
    .replace(/[：:\s]+$/u, '')
  const inside = /^(?:《([^《》]*)》|“([^“”]*)”|"([^"]*)"|【([^【】]*)】|「([^「」]*)」|\*([^*]*)\*)$/u.exec(bare)
  return (inside?.slice(1).find((piece) => piece !== undefined) ?? bare).trim()
}

/** A list of names or of objects, alone or as the one list of an object. */
function partsOfJson(text: string): WorkPart[] | null {
  const source = text.slice(Math.max(0, text.search(/^[ \t]*[[{]/mu)))
  const object = readHalfJson(source)
  const list = object ? Object.values(object.value).find((value) => Array.isArray(value)) : readHalfList(source)?.value
  if (!Array.isArray(list) || !list.every((item) => isObject(item) || typeof item === 'string')) return null
  return list.map((item: unknown) => {
    if (!isObject(item)) return partOfText(textOf(item))
    const [title, ...brief] = Object.entries(item)
      .filter(([key]) => !/^(?:id|index|no|number|序号|编号)$/iu.test(key))
      .map(([, value]) => textOf(value, '，').replaceAll('\n', '，'))
    return { title: partOfText(title ?? '').title, brief: brief.join('，') }
  })
}

function partOfText(said: string): WorkPart {
  const { title, brief } = splitPart(listedLine(said)?.text ?? said)
  return { title, brief: brief.join('，') }
}
