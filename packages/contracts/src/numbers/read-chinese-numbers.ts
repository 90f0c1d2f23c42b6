import { aboutSoMany, chineseValue } from './chinese-number.ts'
import { multiplierOf, multiplierPattern } from './number-words.ts'
import type { Atom } from './atom.ts'

const numeral = '[零〇一二两兩三四五六七八九十百千万萬亿億壹贰叁肆伍陆柒捌玖拾佰仟]'
const run = new RegExp(
  `([数几上成好]{0,3})(${numeral}+(?:点[零〇一二三四五六七八九]+(?![十分刻]))?)(几?)(?:[多余餘来]?(${multiplierPattern})?)?|半|双|俩|仨`,
  'gu',
)
const single: Readonly<Record<string, number>> = { 半: 0.5, 双: 2, 俩: 2, 仨: 3 }
const measure =
  /^(?:个|名|位|人|次|件|条|只|台|辆|家|所|座|栋|间|层|套|册|本|页|篇|章|节|项|种|类|款|份|张|片|块|根|支|枚|颗|粒|对|组|批|届|期|轮|场|部|门|步|点|级|等奖|倍|年|月|日|号|天|周|星期|季度|小时|分钟|秒|岁|元|角|吨|公斤|千克|克|斤|公里|米|厘米|亩|公顷|平方|立方|升|度|成|折|个百分点|美元|欧元|英镑|日元)/u

/** 一打鸡蛋, and not 一打电话. */
const dozen = /^打(?![电开算听扫球字工架断包折造击印车卡])/u

/** Numbers in Chinese numerals; those that count something, or are long enough to be no part of a word, are asked after. */
export function readChineseNumbers(text: string): Atom[] {
  return [...text.matchAll(run)].flatMap((match): Atom[] => {
    const [whole, vague = '', written = '', open = '', word] = match
    const about = aboutSoMany(written)
    // 九五, 一二: numerals that stand together by chance.
    if (
      written.length === 2 &&
      about === null &&
      !/[十百千万萬亿億拾佰仟]/u.test(written) &&
      text[match.index + whole.length] !== '折'
    )
      return []
    const [start, end] = [match.index + vague.length, match.index + whole.length]
    const said = about ?? [(single[whole] ?? chineseValue(written)) * multiplierOf(word ?? '')]
    const values = dozen.test(text.slice(end, end + 2)) ? [...said, ...said.map((value) => value * 12)] : said
    const isVague = vague !== '' || open !== '' || about !== null
    const isAsked = !isVague && isCounting(text, { start, end, written, whole }, values[0] ?? 0)
    return [{ start, end, values, writing: 'chinese', isOrdinal: false, multiplier: 1, isQuiet: !isAsked }]
  })
}

interface Run {
  start: number
  end: number
  written: string
  whole: string
}

function isCounting(text: string, { start, end, written, whole }: Run, value: number): boolean {
  const before = text[start - 1] ?? ''
  const after = text.slice(end, end + 4)
  if (whole === '半') return before === '一' ? false : /^(?:年|个|小时|天|月|价|斤|公斤|米|吨|分钟|秒)/u.test(after)
  if (single[whole] !== undefined || value <= 1) return false
  if (before === '第') return value > 2 && !/^[，,、：:]/u.test(after)
  if (measure.test(after) || after.startsWith('分之')) return true
  return value >= 20 && written.length > 1 && !/^[百千万亿]+$/u.test(written)
}
