import type { ListedTermInput } from '@mozhou/contracts/platform-rules/inputs'
import { platformKeys, platforms } from '@mozhou/platforms/platforms'
import type { PlatformKey } from '@mozhou/platforms/platforms'
import type { Severity } from '@mozhou/platforms/rules/rule'

/** A list as people write it: a line for each term, its columns parted by bars. Only the first is needed. */
export interface ReadWords {
  terms: ListedTermInput[]
  wrong: WrongLine[]
}

export interface WrongLine {
  /** From 1. */
  line: number
  why: 'severity' | 'platform' | 'columns'
  text: string
}

const severityNames: Readonly<Record<Severity, readonly string[]>> = {
  block: ['拦截', 'block'],
  warn: ['提醒', 'warn'],
  info: ['提示', 'info'],
}
const severities = Object.keys(severityNames) as Severity[]
const marks = /[、,，]/u

/** `词 | 拦截 | 小红书、抖音 | 放行的搭配、另一个`; a line that begins with # says nothing. */
export function readWordLines(text: string): ReadWords {
  const read: ReadWords = { terms: [], wrong: [] }
  text.split('\n').forEach((line, at) => {
    if (line.trim() === '' || line.trim().startsWith('#')) return
    const found = readLine(line)
    if (typeof found === 'string') read.wrong.push({ line: at + 1, why: found, text: line.trim() })
    else read.terms.push(found)
  })
  return read
}

function readLine(line: string): ListedTermInput | WrongLine['why'] {
  const [term = '', severityName = '', platformNames = '', safeWords = '', ...more] = line
    .split(/[|｜]/u)
    .map((column) => column.trim())
  if (more.length > 0 || term === '') return 'columns'
  const severity = severityName === '' ? 'warn' : severities.find((key) => severityNames[key].includes(severityName))
  if (!severity) return 'severity'
  const keys = parts(platformNames).map(platformOf)
  if (keys.includes(undefined)) return 'platform'
  const safe = parts(safeWords)
  const known = keys.filter((key) => key !== undefined)
  return {
    term,
    severity,
    ...(known.length === 0 ? {} : { platforms: known }),
    ...(safe.length === 0 ? {} : { safe }),
  }
}

const parts = (column: string) =>
  column
    .split(marks)
    .map((part) => part.trim())
    .filter((part) => part !== '')

const platformOf = (name: string): PlatformKey | undefined =>
  platformKeys.find((key) => key === name || platforms[key].name.zh === name || platforms[key].name.en === name)

/** The same list as text: what `readWordLines` reads of it is the list. */
export function writeWordLines(terms: readonly ListedTermInput[]): string {
  return terms
    .map(({ term, severity, platforms: keys = [], safe = [] }) => {
      const columns = [
        term,
        severityNames[severity][0],
        keys.map((key) => platforms[key].name.zh).join('、'),
        safe.join('、'),
      ]
      return columns.join(' | ').replace(/(?: \| )+$/u, '')
    })
    .join('\n')
}
