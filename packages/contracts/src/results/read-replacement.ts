import { withoutChatter } from './chatter.ts'

const fenced = /^(`{3,}|~{3,})[a-z]*[ \t]*\n([\s\S]*?)\n?\1[`~]*$/u
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
  const isFenced = /^\s*(?:```|~~~)/u.test(selection)
  const inside = isFenced ? bare : withoutChatter(fenced.exec(bare)?.[2] ?? bare).trim()
  return withoutQuotes(inside, selection.trim()) || answer.trim()
}

function withoutQuotes(text: string, selection: string): string {
  const pair = quotes.find(([open, close]) => text.length > 1 && text.startsWith(open) && text.endsWith(close))
  if (!pair) return text
  const [open, close] = pair
  const inside = text.slice(open.length, -close.length)
  const isOnePair = !inside.includes(open) && !inside.includes(close)
  return isOnePair && !selection.startsWith(open) ? inside.trim() : text
}
