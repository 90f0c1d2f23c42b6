const list = (words: string) => words.split(' ')
const small = list(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
)
const tens = list('twenty thirty forty fifty sixty seventy eighty ninety')
const ordinals = list(
  'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth',
)
const parts = list('whole half third quarter fifth sixth seventh eighth ninth tenth')
const powers: Readonly<Record<string, number>> = { thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12 }

/** Words that say a number beside what they mean: they answer for one and are not asked after. */
const hidden: Readonly<Record<number, string>> = {
  0: 'no none nil free',
  0.5: 'halve halved halving semiannual semiannually biannual',
  1: 'a an once single sole only each every primary',
  2: 'both pair pairs couple couples twin twins dual twice double doubled doubles doubling twofold either neither bilateral duplicate',
  3: 'thrice triple tripled tripling threefold trilateral trio triplicate',
  4: 'quadruple quadrupled fourfold',
  5: 'fivefold',
  10: 'tenfold decade',
  100: 'century',
}

const values = new Map<string, number>([
  ...small.map((word, at): [string, number] => [word, at]),
  ...ordinals.map((word, at): [string, number] => [word, at]),
  ...tens.flatMap((word, at): [string, number][] => [
    [word, (at + 2) * 10],
    [word.replace(/y$/u, 'ieth'), (at + 2) * 10],
    [word.replace(/y$/u, 'ies'), (at + 2) * 10],
  ]),
  ['hundredth', 100],
  ['thousandth', 1_000],
  ...Object.entries(hidden).flatMap(([value, words]) =>
    list(words).map((word): [string, number] => [word, Number(value)]),
  ),
])

const anyOf = (words: readonly string[]) => `(?:${words.toReversed().join('|')})`
const upTo99 = `(?:${anyOf(tens)}(?:[ -]${anyOf(small.slice(1, 10))})?|${anyOf(small)})`
const upTo999 = `(?:(?:${upTo99}|an?)[ -]hundred(?:(?: and |[ -])${upTo99})?|${upTo99})`
const power = `(?:half an?|an?|${upTo999}(?: and a half)?)[ -]${anyOf(Object.keys(powers))}`
const large = `${power}(?:,? (?:and )?${power})*(?:(?: and | )${upTo999})?(?: and a half)?`
const dozen = `(?:half an?|an?|${upTo99})[ -]dozen`
const fraction = `(?:one|an?)[ -]${anyOf(parts.slice(1))}|${upTo99}[ -]${anyOf([...parts.slice(2).map((part) => `${part}s`), 'halves'])}`
const ordinal = `(?:${anyOf(tens)}[ -])?${anyOf(ordinals.slice(1))}|${anyOf(tens.map((word) => word.replace(/y$/u, 'ieth')))}|hundredth|thousandth`
const others = `half(?:[ -](?:of )?an?)?|${[...Object.values(hidden).flatMap(list), ...tens.map((word) => word.replace(/y$/u, 'ies'))].toSorted().toReversed().join('|')}`

/** A number in words; which of its forms it has is told by the name of the group. */
export const englishNumber = new RegExp(
  `(?<![\\p{L}\\d'’])(?:(?<large>${large})|(?<dozen>${dozen})|(?<fraction>${fraction})|(?<count>${upTo999} and a half)|(?<ordinal>${ordinal})|(?<number>${upTo999})|(?<other>${others}))(?![\\p{L}'’])`,
  'giu',
)

/** `two hundred and five thousand` → 205000, `a million and a half` → 1500000, `half a dozen` → 6. */
export function englishValue(written: string): number {
  let [total, group, unit] = [0, 0, 1]
  const words = written.toLowerCase().split(/[ ,-]+/u)
  words.forEach((word, at) => {
    const factor = powers[word]
    if (factor !== undefined) {
      total += (group || 1) * factor
      ;[group, unit] = [0, factor]
    } else if (word === 'hundred' || word === 'dozen') group = (group || 1) * (word === 'dozen' ? 12 : 100)
    else if (word === 'half') group += 0.5 * (at > 0 && group === 0 ? unit : 1)
    else if (word !== 'a' && word !== 'an' && word !== 'and') group += values.get(word) ?? 0
  })
  return words.length === 1 ? (values.get(written.toLowerCase()) ?? total + group) : total + group
}

/** `two-thirds` → 2 and 3. */
export function englishFraction(written: string): { count: number; of: number } {
  const [part = '', ...count] = written.toLowerCase().split(/[ -]+/u).toReversed()
  const of = part === 'halves' ? 2 : parts.indexOf(part.replace(/s$/u, '')) + 1
  return { count: englishValue(count.toReversed().join(' ')) || 1, of }
}
