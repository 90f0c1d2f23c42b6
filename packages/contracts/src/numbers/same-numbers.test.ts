import { array, assert, constantFrom, integer, nat, property, record, tuple } from 'fast-check'
import { expect, it } from 'vitest'
import { compareNumbers } from './compare-numbers.ts'
import { readingOf } from './number-reading.ts'

const reading = { zh: readingOf('zh-CN'), en: readingOf('en') }
type Forms = readonly string[]
/** One value of a kind, in several forms of both languages. */
interface Said {
  zh: Forms
  en: Forms
}

const digitsZh = '零一二三四五六七八九'
const sayZh = (value: number): string => {
  if (value < 10) return digitsZh.charAt(value)
  if (value < 100)
    return `${value < 20 ? '' : sayZh(Math.floor(value / 10))}十${value % 10 === 0 ? '' : sayZh(value % 10)}`
  if (value < 1_000)
    return `${sayZh(Math.floor(value / 100))}百${value % 100 === 0 ? '' : `${value % 100 < 10 ? '零' : value % 100 < 20 ? '一' : ''}${sayZh(value % 100)}`}`
  return `${sayZh(Math.floor(value / 1_000))}千${value % 1_000 === 0 ? '' : `${value % 1_000 < 100 ? '零' : ''}${sayZh(value % 1_000)}`}`
}
const ones =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
const sayEn = (value: number): string => {
  if (value < 20) return ones[value] ?? ''
  if (value < 100) return `${tens[Math.floor(value / 10) - 2]}${value % 10 === 0 ? '' : `-${ones[value % 10]}`}`
  if (value < 1_000)
    return `${ones[Math.floor(value / 100)]} hundred${value % 100 === 0 ? '' : ` and ${sayEn(value % 100)}`}`
  return `${sayEn(Math.floor(value / 1_000))} thousand${value % 1_000 === 0 ? '' : `${value % 1_000 < 100 ? ' and' : ''} ${sayEn(value % 1_000)}`}`
}
const grouped = (value: number) => value.toLocaleString('en-US')
const months = 'January February March April May June July August September October November December'.split(' ')
const two = (value: number) => String(value).padStart(2, '0')

/** Values of different kinds have no number in common, so that what is dropped stands nowhere else. */
const kinds: readonly ((value: number) => Said)[] = [
  (nth) => {
    const value = 400 + nth
    return {
      zh: [`${value}个人`, `${sayZh(value)}个人`, `${value} 名员工`],
      en: [`${value} people`, `${sayEn(value)} people`, `some ${value} employees`],
    }
  },
  (nth) => {
    const value = 1 + (nth % 98)
    return {
      zh: [`增长${value}%`, `增长百分之${sayZh(value)}`, `增长 ${value}％`],
      en: [`up ${value}%`, `up ${value} percent`, `up ${sayEn(value)} per cent`],
    }
  },
  (nth) => {
    const value = 2_200 + nth
    return {
      zh: [`${value}万元`, `¥${grouped(value * 1e4)}`, `人民币${value / 1e4}亿元`, `${sayZh(value)}万元`],
      en: [`${value / 100} million yuan`, `RMB ${value / 100} million`, `¥${grouped(value * 1e4)}`],
    }
  },
  (nth) => {
    const value = 110 + (nth % 200)
    return {
      zh: [`长${value}公里`, `长${sayZh(value)}公里`, `长 ${value} km`],
      en: [`${value} km long`, `${value} kilometres long`, `${grouped(value * 1_000)} metres long`],
    }
  },
  (nth) => {
    const [year, month, day] = [2_001 + (nth % 29), 1 + (nth % 12), 1 + (nth % 28)]
    const name = months[month - 1] ?? ''
    return {
      zh: [`${year}年${month}月${day}日`, `${year} 年 ${month} 月 ${day} 日`, `${year}-${two(month)}-${two(day)}`],
      en: [`${name} ${day}, ${year}`, `${day} ${name} ${year}`, `${name.slice(0, 3)} ${day}, ${year}`],
    }
  },
  (nth) => {
    const [hour, minute] = [13 + (nth % 10), 10 + (nth % 49)]
    const written = `${hour - 12}:${minute}`
    return {
      zh: [
        `${hour}:${minute}`,
        `下午${sayZh(hour - 12)}点${sayZh(minute)}分`,
        `${hour}时${minute}分`,
        `下午${written}`,
      ],
      en: [`${written} pm`, `${hour}:${minute}`, `${written} p.m.`],
    }
  },
]
const between = {
  zh: ['，统一安排，', '；一些人一起', '。十分重要的是，', '，以防万一，', '，三心二意的人说'],
  en: [', at once ', '; one of them ', '. Some people said ', ' and once more '],
}

const text = (language: 'zh' | 'en', said: readonly Said[], form: number) =>
  said
    .map(
      (one, at) =>
        `${one[language][(form + at) % one[language].length]}${between[language][(form + at) % between[language].length]}`,
    )
    .join('')

const drawn = record({
  values: tuple(...kinds.map(() => nat(900))),
  zh: nat(60),
  en: nat(60),
  at: nat(kinds.length - 1),
  by: integer({ min: 1, max: 7 }),
})
const saidBy = (values: readonly number[]) => kinds.map((say, at) => say(values[at] ?? 0))

it('says nothing of the same values in other forms, either way', () => {
  assert(
    property(drawn, ({ values, zh, en }) => {
      const said = saidBy(values)
      const [chinese, english] = [text('zh', said, zh), text('en', said, en)]
      expect(compareNumbers(chinese, english, { source: reading.zh, target: reading.en })).toMatchObject({
        lost: [],
        added: [],
      })
      expect(compareNumbers(english, chinese, { source: reading.en, target: reading.zh })).toMatchObject({
        lost: [],
        added: [],
      })
    }),
  )
})

it('names the one value that was dropped, as it stood', () => {
  assert(
    property(drawn, constantFrom('zh', 'en'), ({ values, zh, en, at }, from) => {
      const said = saidBy(values)
      const left = said.map((one, place) => (place === at ? { zh: [''], en: [''] } : one))
      const to = from === 'zh' ? 'en' : 'zh'
      const source = text(from, said, from === 'zh' ? zh : en)
      const target = text(to, left, from === 'zh' ? en : zh)
      const { lost, added } = compareNumbers(source, target, { source: reading[from], target: reading[to] })
      expect({ lost: lost.length, added }).toEqual({ lost: 1, added: [] })
      expect(said[at]?.[from].join('|')).toContain(lost[0])
    }),
  )
})

it('names a value that was changed, in both texts', () => {
  assert(
    property(drawn, ({ values, zh, en, at, by }) => {
      const said = saidBy(values)
      const changed = saidBy(values.map((value, place) => (place === at ? value + by : value)))
      const { lost, added } = compareNumbers(text('zh', said, zh), text('en', changed, en), {
        source: reading.zh,
        target: reading.en,
      })
      expect([lost.length, added.length]).toEqual([1, 1])
      expect(said[at]?.zh.join('|')).toContain(lost[0])
      expect(changed[at]?.en.join('|')).toContain(added[0])
    }),
  )
})

it('finds every text the same as itself', () => {
  const piece = constantFrom(
    '3',
    '.',
    ',',
    '五',
    '万',
    '年',
    '月',
    '日',
    ' ',
    'March',
    '%',
    'half',
    '点',
    '半',
    '-',
    ':',
    '第',
    '$',
    '成',
    'km',
    '百',
    '分之',
  )
  assert(
    property(array(piece, { maxLength: 40 }), constantFrom('zh' as const, 'en' as const), (pieces, language) => {
      const one = reading[language]
      const written = pieces.join('')
      expect(compareNumbers(written, written, { source: one, target: one })).toMatchObject({ lost: [], added: [] })
    }),
  )
})
