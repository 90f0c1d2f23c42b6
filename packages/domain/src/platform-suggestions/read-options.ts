import type { SuggestionKind } from '@mozhou/contracts/platform-suggestions/kinds'
import { mostSuggestions } from '@mozhou/contracts/platform-suggestions/kinds'

/** Names of the asked sections, greetings and numbers that models put before a line. */
const heading = /^\s*(?:#+\s*)?【[^】]*】\s*/u
const listMark = /^\s*(?:[-*•·]|\d{1,2}[.、)）])\s*/u
const around = /^[“"「『《*]+|[”"」』》*]+$/gu
/** `好的，以下是…：` says what follows and is none of it. */
const chatter = /^(?:好的|当然|以下|下面|这里)[^\n]{0,40}[：:]$/u
/** Tags stand in one line as often as each in its own. */
const between = /[\s,，、;；#＃]+/u

/** Lines of a model's answer as what may be offered: each once, without what it put around them. */
export function readOptions(what: SuggestionKind, answer: string): string[] {
  const lines = answer
    .split('\n')
    .map((line) => line.replace(heading, '').replace(listMark, '').trim())
    .filter((line) => line !== '' && !chatter.test(line))
  const found = what === 'title' ? lines : lines.flatMap((line) => line.split(between))
  const bare = found.map((text) => text.replaceAll(around, '').trim()).filter((text) => text !== '')
  return [...new Set(bare)].slice(0, mostSuggestions)
}
