/** A text in its plainest form, and where each of its characters stood. */
export interface FoldedText {
  text: string
  /** Of each UTF-16 unit of `text`, and one for its end. */
  at: readonly number[]
}

/**
 * Full-width, circled and otherwise dressed-up letters and digits as plain ones, in small letters, without what nobody sees: `ＶＸ`, `ⓥⓧ`,
 * `1️⃣`. One character for one, so that what is found can be shown where it stands.
 */
export function foldText(text: string): FoldedText {
  let folded = ''
  const at: number[] = []
  for (let from = 0; from < text.length;) {
    const code = text.codePointAt(from) ?? 0
    const length = code > 0xffff ? 2 : 1
    const plain = foldCharacter(code, text.slice(from, from + length))
    for (let unit = 0; unit < plain.length; unit += 1) at.push(from)
    folded += plain
    from += length
  }
  at.push(text.length)
  return { text: folded, at }
}

const invisible = /[\p{Cf}\p{Mn}\ufe0f]/u

/** They end an address, which their half-width forms may be part of. */
const chineseMarks = '，；：！？（）'

function foldCharacter(code: number, character: string): string {
  if (code >= 0x4e00 && code <= 0x9fff) return character
  if (code < 0x80) return code >= 65 && code <= 90 ? character.toLowerCase() : character
  if (invisible.test(character)) return ''
  if (chineseMarks.includes(character)) return character
  return character.normalize('NFKC').toLowerCase()
}

/** Digits as people write them so that no program reads them. */
const digitNames: Readonly<Record<string, string>> = {
  零: '0',
  〇: '0',
  一: '1',
  幺: '1',
  壹: '1',
  二: '2',
  贰: '2',
  两: '2',
  三: '3',
  叁: '3',
  四: '4',
  肆: '4',
  五: '5',
  伍: '5',
  六: '6',
  陆: '6',
  七: '7',
  柒: '7',
  八: '8',
  捌: '8',
  九: '9',
  玖: '9',
}

/** With names of digits as digits: only for finding numbers to call, `一` being far more often a word. */
export function withDigits({ text, at }: FoldedText): FoldedText {
  return {
    text: text.replaceAll(/[零〇一幺壹二贰两三叁四肆五伍六陆七柒八捌九玖]/gu, (name) => digitNames[name] ?? name),
    at,
  }
}
