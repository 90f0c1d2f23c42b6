import { isCjk, isDigit, isSpace, isWordCharacter, kindOfUnit, kinds } from './characters.ts'

interface Run {
  start: number
  end: number
}

/** Whether a run of `*`, `_` or `~` belongs to a number, a formula or an identifier. */
export function isPartOfText(text: string, run: Run, before: string, after: string): boolean {
  if (isDigit(before) && isDigit(after)) return true
  if (text[run.start] === '~' && run.end - run.start !== 2) return true
  if (text[run.start] === '_') return isPlaceToFill(run, after) || isInIdentifier(text, run)
  return isOfSignificance(text, run) || isInFormula(text, run, before, after)
}

/** A place to fill in (`姓名：____，年龄：____`), which no emphasis needs so many of. */
const isPlaceToFill = ({ start, end }: Run, after: string) =>
  end - start > 2 || (end - start === 2 && /[，、；]/.test(after))

function isInFormula(text: string, run: Run, before: string, after: string): boolean {
  const length = run.end - run.start
  if (length === 2) return isPower(text, run, before, after)
  if (length !== 1 || !isWordCharacter(before) || !isWordCharacter(after)) return false
  if (isDigit(before) || isDigit(after) || (!isCjk(before) && !isCjk(after))) return true
  return isOfSize(before, after) || hasOperator(text, run)
}

/** `长*宽*高` */
const isOfSize = (before: string, after: string) => /[长宽高深厚径]/.test(before) && /[长宽高深厚直半]/.test(after)

/** `x**2+y**2=z**2`, or a lone `x**2`. */
function isPower(text: string, run: Run, before: string, after: string): boolean {
  if (!/[\w)\]]/.test(before) || !/[\w(]/.test(after)) return false
  const isVariable = isDigit(after) && /(?:^|[^\w*])[a-z]$/i.test(text.slice(Math.max(0, run.start - 2), run.start))
  return isVariable || hasOperator(text, run)
}

/** What the stars of a table of results mean: `*p<0.05，**p<0.01`. */
function isOfSignificance(text: string, { end }: Run): boolean {
  let at = end
  while (at < end + 6 && isBlank(text.charAt(at))) at += 1
  return 'pP'.includes(text.charAt(at) || ' ') && /^p\s*[<＜≤]/i.test(text.slice(at, end + 6))
}

const isBlank = (character: string) => character !== '' && isSpace(character)

/** `__init__`, `__main__.py` */
function isInIdentifier(text: string, { start, end }: Run): boolean {
  let from = start
  while (from > 0 && start - from < reach && isOf(text, from - 1, kinds.asciiWord)) from -= 1
  if (!text.startsWith('__', from)) return false
  let to = end
  while (to < text.length && to - end < reach && isOf(text, to, kinds.asciiWord)) to += 1
  return /^__[a-z][a-z0-9]*(?:_[a-z0-9]+)*__$/.test(text.slice(from, to))
}

const isOf = (text: string, at: number, kind: number) => (kindOfUnit(text.charCodeAt(at)) & kind) > 0

/** Characters of a formula in words on either side. */
const reach = 30

/** Characters of an address that are looked back through. */
const longestAddress = 300

/** Whether an operator stands in the clause around a mark, an address of a link aside. */
function hasOperator(text: string, { start, end }: Run): boolean {
  const stop = kinds.clauseEnd | kinds.operator
  const first = startOf(text, start, stop)
  if (start - first < reach && first > 0 && isOf(text, first - 1, kinds.operator) && !isInAddress(text, first - 1))
    return true
  const last = endOf(text, end, stop)
  if (last - end >= reach || last >= text.length || !isOf(text, last, kinds.operator)) return false
  return !text.slice(end, last).includes('](')
}

/** Whether what stands at `at` is of a link's address: `[表](https://a.cn/?a=b)`. */
function isInAddress(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - longestAddress), at)
  const opened = before.lastIndexOf('](')
  return opened >= 0 && !/[\s)]/.test(before.slice(opened))
}

/** How far back what a mark stands in goes: to a character of one of these kinds. */
function startOf(text: string, start: number, stop: number): number {
  let at = start
  while (at > 0 && start - at < reach && !isOf(text, at - 1, stop)) at -= 1
  return at
}

function endOf(text: string, end: number, stop: number): number {
  let at = end
  while (at < text.length && at - end < reach && !isOf(text, at, stop)) at += 1
  return at
}
