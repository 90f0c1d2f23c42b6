import MarkdownIt from 'markdown-it'
import {
  beginsPhrase,
  characterAt,
  characterBefore,
  endsPhrase,
  isCjk,
  isPunctuation,
  isSpace,
  isWordCharacter,
} from './characters.ts'
import { isPartOfText } from './inside-words.ts'

const { State } = new MarkdownIt().inline

/**
 * Where emphasis begins and ends. CommonMark (0.31, section 6.2) asks for a space or a mark on the outer side of `**“` and `。**`.
 * Chinese is written without spaces, so that full-width marks count as letters there, whatever stands on the outer side
 * (`**设备：**iPhone`); but nothing begins with a comma or ends with an opening bracket. A mark inside a number, a formula or an
 * identifier is text: `30*40*50`, `2**3`, `总价=单价*数量*天数`, `__init__`.
 */
export class FlankingState extends State {
  override scanDelims(start: number, canSplitWord: boolean) {
    const marker = this.src.charCodeAt(start)
    let end = start
    while (end < this.posMax && this.src.charCodeAt(end) === marker) end += 1
    const before = characterBefore(this.src, start)
    const after = end < this.posMax ? characterAt(this.src, end) : ' '
    const length = end - start
    if (isPartOfText(this.src, { start, end }, before, after)) return { can_open: false, can_close: false, length }
    const isLeft = mayBegin(before, after)
    const isRight = mayEnd(before, after, length)
    const isMarked = length > 1 && isCjk(before) && isPunctuation(before) && endsPhrase(before)
    return {
      can_open: isLeft && (canSplitWord || !isRight || isPunctuation(before)) && !isStarred(before, after, length),
      can_close: isRight && (canSplitWord || !isLeft || isPunctuation(after) || isMarked),
      length,
    }
  }
}

const isOutside = (character: string) => isSpace(character) || isPunctuation(character) || isCjk(character)
const isHalfWidthMark = (character: string) => isPunctuation(character) && !isCjk(character)

function mayBegin(before: string, after: string): boolean {
  if (isSpace(after) || (endsPhrase(after) && isWordCharacter(before))) return false
  return !isHalfWidthMark(after) || isOutside(before)
}

/** `**Step 1:**Open` is meant too; of single marks it would be too much. */
function mayEnd(before: string, after: string, length: number): boolean {
  if (isSpace(before) || (beginsPhrase(before) && isWordCharacter(after))) return false
  return !isHalfWidthMark(before) || isOutside(after) || (length === 2 && !/[([{<+=/\\-]/.test(before))
}

/** `A*算法` has its star as a letter has a prime. */
const isStarred = (before: string, after: string, length: number) =>
  length === 1 && /[a-z]/i.test(before) && isCjk(after) && isWordCharacter(after)
