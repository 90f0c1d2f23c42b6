import type { MarkdownIt, StateInline } from 'markdown-it'

/** Up to the first character that no address on the web is written with: full-width marks and Chinese end it. */
const webAddress = /(?:https?:\/\/|www\.)[\w\-.~:/?#[\]@!$&'()*+,;=%]+/iy
const mailAddress = /[\w.+-]{1,64}@[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9-]{2,63})+/iy

/** What a link may lead to; whatever else stands in its place is text (`[备注]: 出发前请电话确认`, `[备注]: #话题`). */
export const isAddress = (href: string): boolean => /^(?:https?:\/\/|mailto:|[/#](?!.*%[89a-f]))/i.test(href)

/** Addresses that stand in the text as they are. */
export function bareAddresses(markdown: MarkdownIt): void {
  markdown.inline.ruler.before('text', 'address', addressRule)
  markdown.inline.ruler.at('text', textRule)
}

function addressRule(state: StateInline, silent: boolean): boolean {
  const address = state.linkLevel > 0 ? null : addressAt(state.src, state.pos, state.posMax)
  if (address === null) return false
  if (!silent) {
    state.push('link_open', 'a', 1).attrs = [['href', hrefOf(address)]]
    state.push('text', '', 0).content = address
    state.push('link_close', 'a', -1)
  }
  state.pos += address.length
  return true
}

function hrefOf(address: string): string {
  if (/^https?:/i.test(address)) return address
  return /^www\./i.test(address) ? `http://${address}` : `mailto:${address}`
}

function addressAt(text: string, at: number, end: number): string | null {
  if (!isWord(text.charCodeAt(at)) || (at > 0 && goesOn(text.charCodeAt(at - 1)))) return null
  const web = withoutTail(matchAt(webAddress, text, at).slice(0, end - at))
  if (/^(?:https?:\/\/\w|www\.\w[\w-]*\.\w)/i.test(web)) return web
  const mail = matchAt(mailAddress, text, at)
  return mail !== '' && mail.length <= end - at ? mail : null
}

function matchAt(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0] ?? ''
}

/** Marks of the sentence that the address ends, and a bracket that it did not open. */
function withoutTail(address: string): string {
  let end = address.length
  let depth = 0
  for (const character of address) depth += character === '(' ? 1 : character === ')' ? -1 : 0
  for (; end > 0; end -= 1) {
    const last = address.charAt(end - 1)
    if (last === ')' && depth < 0) depth += 1
    else if (!/[.,;:!?'*~_&[\]]/.test(last)) break
  }
  return address.slice(0, end)
}

/** Looked up for every character of a text, as a table of the letters below 128. */
const tableOf = (pattern: RegExp) => Array.from({ length: 128 }, (_, code) => pattern.test(String.fromCharCode(code)))
const words = tableOf(/\w/)
const inAddress = tableOf(/[\w.+-]/)
const marks = tableOf(/[\n!$&*<[\]\\_`~]/)
const isWord = (code: number) => words[code] === true
const goesOn = (code: number) => inAddress[code] === true
const isMark = (code: number) => marks[code] === true

/** Text up to the next character that may mean something, or the next address. */
function textRule(state: StateInline, silent: boolean): boolean {
  let end = state.pos
  while (end < state.posMax && !isMark(state.src.charCodeAt(end))) {
    if (end > state.pos && addressAt(state.src, end, state.posMax) !== null) break
    end += 1
  }
  if (end === state.pos) return false
  if (!silent) state.pending += state.src.slice(state.pos, end)
  state.pos = end
  return true
}
