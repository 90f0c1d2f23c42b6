import type { MarkdownIt } from 'markdown-it'
import type { InlineState } from './inline-state.ts'

/** Up to the first character that no address on the web is written with: full-width marks and Chinese end it. */
const webAddress = /(?:https?:\/\/|www\.)[\w\-.~:/?#[\]@!$&'()*+,;=%]+/iy
/** How an address begins that is one: without it none is read to its end. */
const webBeginning = /https?:\/\/\w|www\.\w[\w-]*\.\w/iy
/** What stands before the `@` of a mail address. */
const longestName = 64
const mailAddress = /[\w.+-]{1,64}@[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9-]{2,63})+/iy

/** What a link may lead to; whatever else stands in its place is text (`[备注]: 出发前请电话确认`, `[备注]: #话题`). */
export const isAddress = (href: string): boolean => /^(?:https?:\/\/|mailto:|[/#](?!.*%[89a-f]))/i.test(href)

/** Before it is written out; what fails here fails after that as well. */
const mayLead = /^\s*(?:https?:\/\/|mailto:|[/#])/i
/** Is already written out. */
const isWritten = /^(?:https?:\/\/|mailto:)[\w.@/-]*$/

/** Writing an address out costs more than all else about a link: it is done where it can change something. */
export function normalizedWhereNeeded(markdown: MarkdownIt): void {
  const normalize = markdown.normalizeLink.bind(markdown)
  markdown.normalizeLink = (href) => (mayLead.test(href) && !isWritten.test(href) ? normalize(href) : href)
}

/** Whether an address may stand in a text; without it no letter needs a closer look. */
export const mayHoldAddress = (text: string): boolean => /@|:\/\/|www\./i.test(text)

/** Addresses that stand in the text as they are. */
export function addressRule(state: InlineState, silent: boolean): boolean {
  const address = state.linkLevel > 0 ? null : addressAt(state, state.pos)
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

function addressAt(state: InlineState, at: number): string | null {
  const { src, posMax } = state
  if (!isWord(src.charCodeAt(at)) || (at > 0 && goesOn(src.charCodeAt(at - 1)))) return null
  if ('hHwW'.includes(src.charAt(at)) && matchAt(webBeginning, src, at) !== '') {
    const web = withoutTail(matchAt(webAddress, src, at).slice(0, posMax - at))
    if (/^(?:https?:\/\/\w|www\.\w[\w-]*\.\w)/i.test(web)) return web
  }
  const sign = state.nextOf('@', at)
  if (sign < 0 || sign - at > longestName) return null
  const mail = matchAt(mailAddress, src, at)
  return mail !== '' && mail.length <= posMax - at ? mail : null
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
export const isWord = (code: number) => words[code] === true
const goesOn = (code: number) => inAddress[code] === true
const isMark = (code: number) => marks[code] === true

/** Text up to the next character that may mean something, or the next address. */
export function textRule(state: InlineState, silent: boolean): boolean {
  const { src, pos, posMax } = state
  let end = pos
  while (end < posMax && !isMark(src.charCodeAt(end))) {
    if (end > pos && state.linkLevel === 0 && addressAt(state, end) !== null) break
    end += 1
  }
  if (end === pos) return false
  if (!silent) state.pending += src.slice(pos, end)
  state.pos = end
  return true
}
