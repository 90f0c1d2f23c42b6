import MarkdownIt from 'markdown-it'
import { characterAt, characterBefore, isCjk, isDigit, isPunctuation, isSpace, isWordCharacter } from './characters.ts'

const { State } = new MarkdownIt().inline

/**
 * Where emphasis begins and ends. CommonMark (0.31, section 6.2) asks for a space or a mark on the outer side of `**“` and `。**`;
 * Chinese is written without spaces, so that a CJK character counts as one there. A mark inside a number, a formula or an identifier
 * is text: `30*40*50`, `2**3`, `总价=单价*数量*天数`.
 */
export class FlankingState extends State {
  override scanDelims(start: number, canSplitWord: boolean) {
    const marker = this.src.charCodeAt(start)
    let end = start
    while (end < this.posMax && this.src.charCodeAt(end) === marker) end += 1
    const before = characterBefore(this.src, start)
    const after = end < this.posMax ? characterAt(this.src, end) : ' '
    const length = end - start
    if (isInsideWord(before, after, length, () => clauseAround(this.src, start, end)))
      return { can_open: false, can_close: false, length }
    const isLeft = !isSpace(after) && (!isPunctuation(after) || isOutside(before))
    const isRight = !isSpace(before) && (!isPunctuation(before) || isOutside(after))
    return {
      can_open: isLeft && (canSplitWord || !isRight || isPunctuation(before)),
      can_close: isRight && (canSplitWord || !isLeft || isPunctuation(after)),
      length,
    }
  }
}

const isOutside = (character: string) => isSpace(character) || isPunctuation(character) || isCjk(character)

function isInsideWord(before: string, after: string, length: number, clause: () => string): boolean {
  if (isDigit(before) && isDigit(after)) return true
  if (length !== 1 || !isWordCharacter(before) || !isWordCharacter(after)) return false
  if (isDigit(before) || isDigit(after) || (!isCjk(before) && !isCjk(after))) return true
  return /[=＝+＋÷×/]/.test(clause())
}

/** Characters of a formula in words on either side. */
const reach = 30

/** What stands around a mark up to the next space or mark of the sentence. */
function clauseAround(text: string, start: number, end: number): string {
  const [left = ''] = /[^\s，。；：、！？“”（）]*$/.exec(text.slice(Math.max(0, start - reach), start)) ?? []
  const [right = ''] = /^[^\s，。；：、！？“”（）]*/.exec(text.slice(end, end + reach)) ?? []
  return left + right
}
