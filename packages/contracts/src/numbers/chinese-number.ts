const powers: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1_000, 万: 1e4, 亿: 1e8 }
const plainForms: Readonly<Record<string, string>> = {
  〇: '零',
  两: '二',
  兩: '二',
  萬: '万',
  億: '亿',
  壹: '一',
  贰: '二',
  叁: '三',
  肆: '四',
  伍: '五',
  陆: '六',
  柒: '七',
  捌: '八',
  玖: '九',
  拾: '十',
  佰: '百',
  仟: '千',
}
const digitOf = (character: string) => '零一二三四五六七八九'.indexOf(character)

/** `一百二十万` → 1200000, `二〇二六` → 2026, `三点五` → 3.5. */
export function chineseValue(written: string): number {
  const [run = '', fraction] = Array.from(written, (character) => plainForms[character] ?? character)
    .join('')
    .split('点')
  if (fraction !== undefined) return Number(`${chineseValue(run)}.${Array.from(fraction, digitOf).join('')}`)
  if (!/[十百千万亿]/u.test(run)) return Number(Array.from(run, digitOf).join(''))
  let [total, section, place] = [0, 0, 1]
  let last: number | null = null
  for (const character of run) {
    const power = powers[character]
    if (power === undefined) {
      last = digitOf(character)
      if (last === 0) place = 1
      continue
    }
    if (power < 1e4) section += (last || 1) * power
    else {
      // A multiplier that stands first, as in 万元, multiplies one.
      const before = section + (last ?? (section === 0 && total === 0 ? 1 : 0))
      total = power === 1e4 ? total + before * power : (total + before) * power
      section = 0
    }
    ;[last, place] = [null, power > 10 ? power / 10 : 1]
  }
  // 两千三 are two thousand three hundred, 两千零三 are not.
  return total + section + (last ?? 0) * place
}

/** `三四` → 3 and 4, `二三十` → 20 and 30, `二十五六` → 25 and 26: about so many. Null for any other numeral. */
export function aboutSoMany(run: string): number[] | null {
  const match =
    /^((?:[一二三四五六七八九]?十)?)(一两|一二|两三|二三|三四|三五|四五|五六|六七|七八|八九|三两)([十百千万亿]*)$/u.exec(
      run,
    )
  if (!match) return null
  const [, ten = '', pair = '', power = ''] = match
  return Array.from(pair, (digit) => chineseValue(`${ten}${digit}${power}`))
}
