import { mark } from './marked-text.ts'
import type { MarkedText } from './marked-text.ts'
import type { Facts } from './quantity.ts'
import { unitPattern } from './units.ts'

type Sign = 'plus' | 'minus' | 'either'

/** What a minus is looked for in: words that stand around a number are short. */
const lookedAt = 24

/** The minus itself, right before its number; behind another number it divides or counts off, behind letters it belongs to a name. */
const minus =
  /(?:[-−–]|零下 ?|氷点下|영하 ?|マイナス|(?<![背肩担自胜抱欠辜])[负負]|(?<!\p{L})(?:minus|negative|moins|menos|meno|минус) )$/iu
const notAfter = new RegExp(
  `(?:${mark}(?: ?(?:${unitPattern}|[个個年月日号號度]))? ?|[\\p{Script=Latin}\\d)）\\]]|[-−–])$`,
  'iu',
)
const belowZero = /^(?: ?degrees?)?(?: ?(?:celsius|fahrenheit|[°º]?[CF]))? below (?:zero|freezing)\b/iu
/** 负一层 is a name of a floor. */
const floor = new RegExp(`^${mark}[层層楼樓]`, 'u')
/** `方案-1`, `-5个` at the start of a line: a dash that may as well divide. */
const mayDivide = /(?:^|\n|\p{Script=Han})$/u

/** Words that say of a number without a sign that so much went: -5% is 下降5% as well, which of itself is no sign. */
const falling = [
  '(?:负增长|負增長|下降|降低|降|减少|减|減少|下跌|跌|下滑|缩水|亏损|虧損|亏|回落|萎缩|少)(?:幅度?)?(?:了|约|約|为|為|近|达|超|逾|[:：]| )*',
  '(?<!\\p{L})(?:negative growth of|down|f[ae]ll(?:s|en|ing)?|dropp(?:ed|ing)|drops?|declin\\p{L}*|decreas\\p{L}*|los(?:t|s|ses|ing|es)|shrank|shrunk|contract\\p{L}*|slipp?\\p{L}*|cut|lower(?:ed)?|reduc\\p{L}*)(?: (?:by|of|about|around|some|nearly|roughly|over|more than|up to|a further|an?))* ',
]
const fallsBefore = new RegExp(`(?:${falling.join('|')})$`, 'iu')
const fallsBehind =
  /^ ?(?:的?(?:降幅|跌幅|减幅|下降|下滑|亏损)|(?:\p{L}+ )?(?:drop|decline|decrease|fall|loss|reduction|cut|lower|less|fewer|below)(?!\p{L}))/iu

/** The sign of the number that stands from one place of a text to another, and what it begins with. */
export function signOf(
  marked: MarkedText,
  [from, until]: readonly [number, number],
  isMeasured: boolean,
): { sign: Sign; from: number } {
  const before = marked.text.slice(Math.max(0, from - lookedAt), from)
  const behind = marked.text.slice(until, until + lookedAt)
  const written = minus.exec(before)
  const above = before.slice(0, written?.index)
  if (written && !notAfter.test(above) && !floor.test(marked.text.slice(from, until + 1))) {
    const isClear = isMeasured || !/[-–]/u.test(written[0]) || !mayDivide.test(above)
    return isClear ? { sign: 'minus', from: from - written[0].length } : { sign: 'either', from }
  }
  if (belowZero.test(behind)) return { sign: 'minus', from }
  return { sign: fallsBefore.test(before) || fallsBehind.test(behind) ? 'either' : 'plus', from }
}

const negative = (one: string) => one.replace(/:-?(?=[\d.]+(?:e[+-]?\d+)?$)/u, (colon) => (colon === ':' ? ':-' : ':'))

/** What a number says under its sign. */
export function signed({ needs, offers }: Facts, sign: Sign): Facts {
  if (sign === 'plus') return { needs, offers }
  const below = { needs: needs.map((need) => need.map(negative)), offers: offers.map(negative) }
  return sign === 'minus' ? below : { needs: [...needs, ...below.needs], offers: [...offers, ...below.offers] }
}

/** Beside a language whose words for falling are not read, any number may be of what went; a temperature has its sign in every language. */
export const eitherSign = (facts: Iterable<string>): string[] =>
  [...facts].filter((one) => /^(?!(?:c|f|time|day|month)\b)\p{L}\w*:/u.test(one)).map(negative)
