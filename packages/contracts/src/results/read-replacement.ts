import { withoutChatter } from './chatter.ts'
import { firstFence } from './unfence.ts'

const quotes = [
  ['“', '”'],
  ['"', '"'],
  ['「', '」'],
  ['『', '』'],
  ['‘', '’'],
] as const

/**
 * What a model gave in place of a selection, without what it put around it: greeting and closing words, a fence, quotes that the
 * selection had not.
 */
export function readReplacement(answer: string, selection: string): string {
  const bare = withoutChatter(answer.replaceAll('\r\n', '\n')).trim()
  const fenced = firstFence(selection)?.before.trim() === '' ? null : firstFence(bare)
  const isWhole = fenced?.before === '' && fenced.behind === ''
  const inside = isWhole ? withoutChatter(fenced.inside).trim() : bare
  const words = named.test(selection) ? inside : withoutChatter(inside.replace(label, '').replace(remarks, '')).trim()
  return withoutQuotes(words, selection.trim()) || answer.trim()
}

const change = '(?:改写|修改|润色|优化|扩写|缩写|精简|重写|调整)'
const named = new RegExp(`${change}|说明|理由|思路`, 'u')
/** `改写后：`, `**修改后的内容：**` */
const label = new RegExp(
  `^[*【]{0,2}(?:${change}(?:后的?|为)?(?:内容|版本|文本|文字|句子|结果)?|改为)(?:如下)?[*】]{0,2}[：:][*]{0,2}\\s*|^【${change}(?:后)?】\\s*`,
  'u',
)
/** What was changed and why, below the text. */
const remarks = new RegExp(
  `\\n\\s*(?:[-*_]{3,}\\s*\\n\\s*)?[（(]?[*]{0,2}(?:${change})?(?:说明|理由|思路)[*]{0,2}[：:][^]*$`,
  'u',
)

function withoutQuotes(text: string, selection: string): string {
  const pair = quotes.find(([open, close]) => text.length > 1 && text.startsWith(open) && text.endsWith(close))
  if (!pair) return text
  const [open, close] = pair
  const inside = text.slice(open.length, -close.length)
  const isOnePair = !inside.includes(open) && !inside.includes(close)
  return isOnePair && !selection.startsWith(open) ? inside.trim() : text
}
