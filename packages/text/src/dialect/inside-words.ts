import { endsClause, isAsciiWord, isCjk, isDigit, isOperator, isSpace, isWordCharacter } from './characters.ts'

interface Run {
  start: number
  end: number
}

/** Whether a run of `*`, `_` or `~` belongs to a number, a formula or an identifier. */
export function isPartOfText(text: string, run: Run, before: string, after: string): boolean {
  if (isDigit(before) && isDigit(after)) return true
  if (text[run.start] === '~' && run.end - run.start !== 2) return true
  if (text[run.start] === '_') return isBlank(run, after) || isInIdentifier(text, run)
  return isOfSignificance(text, run) || isInFormula(text, run, before, after)
}

/** A place to fill in (`姓名：____，年龄：____`), which no emphasis needs so many of. */
const isBlank = ({ start, end }: Run, after: string) => end - start > 2 || (end - start === 2 && /[，、；]/.test(after))

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
  return isVariable || (hasOperator(text, run) && !clauseAround(text, run).includes(']('))
}

/** What the stars of a table of results mean: `*p<0.05，**p<0.01`. */
function isOfSignificance(text: string, { end }: Run): boolean {
  let at = end
  while (at < end + 6 && isBlankSpace(text.charAt(at))) at += 1
  return 'pP'.includes(text.charAt(at) || ' ') && /^p\s*[<＜≤]/i.test(text.slice(at, end + 6))
}

const isBlankSpace = (character: string) => character !== '' && isSpace(character)

/** `__init__`, `__main__.py` */
function isInIdentifier(text: string, { start, end }: Run): boolean {
  const word = text.slice(reachBack(text, start, isNoWord), reachOn(text, end, isNoWord))
  return word.startsWith('__') && word.endsWith('__') && /^__[a-z][a-z0-9]*(?:_[a-z0-9]+)*__$/.test(word)
}

const isNoWord = (character: string) => !isAsciiWord(character)

/** Characters of a formula in words on either side. */
const reach = 30

/** What stands around a mark up to the next space or mark of the sentence. */
const clauseAround = (text: string, { start, end }: Run) =>
  text.slice(reachBack(text, start, endsClause), start) + text.slice(end, reachOn(text, end, endsClause))

/** Whether an operator stands in that. */
function hasOperator(text: string, { start, end }: Run): boolean {
  const isEnd = (character: string) => endsClause(character) || isOperator(character)
  const before = reachBack(text, start, isEnd)
  const behind = reachOn(text, end, isEnd)
  return (
    (start - before < reach && isOperator(text.charAt(before - 1))) ||
    (behind - end < reach && isOperator(text.charAt(behind)))
  )
}

function reachBack(text: string, from: number, isEnd: (character: string) => boolean): number {
  let at = from
  while (at > 0 && from - at < reach && !isEnd(text.charAt(at - 1))) at -= 1
  return at
}

function reachOn(text: string, from: number, isEnd: (character: string) => boolean): number {
  let at = from
  while (at < text.length && at - from < reach && !isEnd(text.charAt(at))) at += 1
  return at
}
