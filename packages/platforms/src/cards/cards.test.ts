import { readMarkdown } from '@mozhou/text/read-markdown'
import { array, assert, constantFrom, integer, oneof, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { themes } from '../themes.ts'
import { cardSize } from './card.ts'
import type { CardFont } from './card.ts'
import { cardSvg } from './card-svg.ts'
import { estimateWidth } from './estimate-width.ts'
import { breakLines } from './line-break.ts'
import { typesetCards } from './typeset-cards.ts'
import type { CardOptions } from './typeset-cards.ts'

const font: CardFont = { family: 'text', size: 10, isBold: false }
/** Every UTF-16 unit as wide as a letter: what stands where can be counted. */
const measure = (text: string) => text.length * 10
const broken = (text: string, width: number) =>
  breakLines([{ text, font, colour: '#000' }], width * 10, measure).map(({ runs }) =>
    runs.map((run) => run.text).join(''),
  )

describe('lines', () => {
  it.each([
    ['春眠不觉晓，处处闻啼鸟', 5, ['春眠不觉', '晓，处处闻', '啼鸟']],
    ['他说：“走吧。”我们走', 6, ['他说：“走', '吧。”我们走']],
    ['见《露营手册》一书', 3, ['见《露', '营手', '册》一', '书']],
    ['等等……再说——好吗', 4, ['等等……', '再说——', '好吗']],
    ['价格￥1,280元', 4, ['价格', '￥1,2', '80元']],
    ['hello world 你好', 7, ['hello', 'world 你', '好']],
    ['长度为5.5%左右', 5, ['长度为', '5.5%左', '右']],
    ['一\n\n二', 5, ['一', '', '二']],
    ['abcdefghij', 4, ['abcd', 'efgh', 'ij']],
    ['见https://a.cn', 12, ['见', 'https://a.cn']],
    ['末尾空格   下一行', 4, ['末尾空格', '下一行']],
    ['', 4, ['']],
  ])('%s at %i', (text, width, lines) => {
    expect(broken(text, width)).toEqual(lines)
  })

  it('keep what is seen as one character together', () => {
    const family = '👨‍👩‍👧‍👦'
    expect(broken(`${family}${family}`, family.length)).toEqual([family, family])
  })

  it('tell their runs apart by font and colour, each behind the one before', () => {
    const bold = { ...font, isBold: true }
    const [line] = breakLines(
      [
        { text: '一二', font, colour: '#000' },
        { text: '三', font: bold, colour: '#000' },
        { text: '四', font: bold, colour: '#f00' },
      ],
      100,
      measure,
    )
    expect(line?.runs.map(({ text, x, width }) => [text, x, width])).toEqual([
      ['一二', 0, 20],
      ['三', 20, 10],
      ['四', 30, 10],
    ])
  })

  const letters = array(
    oneof(
      constantFrom(...'春眠不觉晓，。、：；！？“”（）《》【】…—·'.split(''), 'ab', '12', ' ', '5%', '\n', '👍🏽', 'é'),
      string({ unit: 'grapheme', maxLength: 3 }),
    ),
    { maxLength: 60 },
  ).map((parts) => parts.join(''))

  it('lose no letter, are no wider than asked, and begin and end with no mark that may not', () => {
    assert(
      property(letters, integer({ min: 12, max: 30 }), (text, width) => {
        const lines = breakLines([{ text, font, colour: '#000' }], width * 10, measure)
        const bare = (value: string) => value.replaceAll(/[ \t\u3000\n]/gu, '')
        expect(lines.map((line) => bare(line.text)).join('')).toBe(bare(text))
        lines.forEach(({ runs }, at) => {
          const shown = runs.map((run) => run.text).join('')
          const graphemes = [...new Intl.Segmenter('zh', { granularity: 'grapheme' }).segment(shown)]
          if (graphemes.length > 1) expect(measure(shown)).toBeLessThanOrEqual(width * 10)
          // A chain of marks that is longer than a line has to be parted somewhere.
          const isChained = new RegExp(`[^春眠不觉晓\\s]{${width - 2},}`, 'u').test(text)
          const isFirst = at === 0 || /\s$/u.test(lines[at - 1]?.text ?? '')
          if (isChained || isFirst) return
          expect(shown).not.toMatch(/^[，。、：；！？”）》】…]/u)
          // One at the very end, or before a space, has nothing to go with.
          if (at < lines.length - 1 && !/\s$/u.test(lines[at]?.text ?? '')) expect(shown).not.toMatch(/[“（《【]$/u)
        })
      }),
      { numRuns: 300 },
    )
  })
})

describe('cards', () => {
  const options: CardOptions = {
    title: '周末去山里住一晚',
    theme: themes.bamboo,
    measure: estimateWidth,
    label: '标识',
    most: 18,
  }
  const cardsOf = (markdown: string, more: Partial<CardOptions> = {}) =>
    typesetCards(readMarkdown(markdown), { ...options, ...more })

  const article = `## 一\n\n${'山里的早晨很安静，**溪水**从帐篷边流过。'.repeat(30)}\n\n- 甲\n- 乙\n  1. 丙\n\n> 引用\n\n\`\`\`\nif (a) {\n  b()\n}\n\`\`\`\n\n| 环节 | 过去 |\n|--|--|\n| 选题 | 2 小时 |\n\n---\n\n`

  it('hold everything within their margins, from top to bottom, runs beside each other', () => {
    for (const card of cardsOf(article.repeat(4)).cards) {
      expect([card.width, card.height]).toEqual([cardSize.width, cardSize.height])
      const feet = card.lines.map(({ baseline }) => baseline)
      expect(feet).toEqual(feet.toSorted((one, other) => one - other))
      expect(Math.max(...feet)).toBeLessThan(cardSize.height - 40)
      for (const { runs } of card.lines) {
        runs.forEach((run, at) => {
          expect(run.x).toBeGreaterThanOrEqual(60)
          expect(run.x + run.width).toBeLessThanOrEqual(cardSize.width - 60)
          const before = runs[at - 1]
          if (before) expect(run.x).toBeGreaterThanOrEqual(before.x + before.width - 2)
        })
      }
    }
  })

  it('have the title first, a number each, and a label each', () => {
    const { cards } = cardsOf(article.repeat(3))
    expect(cards[0]?.text.startsWith('周末去山里住一晚\n一\n山里的早晨')).toBe(true)
    expect(cards.map(({ lines }) => lines.at(-1)?.runs.map(({ text }) => text))).toEqual(
      cards.map((_, at) => ['标识', `${at + 1} / ${cards.length}`]),
    )
  })

  it('never end with a heading', () => {
    for (let length = 1; length < 40; length += 1) {
      const { cards } = cardsOf(`${'山里的早晨很安静。\n\n'.repeat(length)}## 题目\n\n后文`)
      for (const { text } of cards) expect(text.endsWith('题目')).toBe(false)
    }
  })

  it('of more than the platform takes have smaller type', () => {
    const text = '山里的早晨很安静。'.repeat(500)
    const large = cardsOf(text)
    expect(large.isSmaller).toBe(false)
    const small = cardsOf(text, { most: large.cards.length - 1 })
    expect(small.isSmaller).toBe(true)
    expect(small.cards.length).toBeLessThan(large.cards.length)
  })

  it('of nothing are none', () => {
    expect(cardsOf('', { title: '' }).cards).toEqual([])
    expect(cardsOf('![图](https://files.example.com/a.jpg)', { title: '' }).cards).toEqual([])
  })

  it('are SVG that any reader of XML reads, whatever the text', () => {
    const hostile = '<script>&"\'\u0000\u000b\ud800 ]]> 山'
    const [card] = typesetCards([{ kind: 'paragraph', inlines: [{ kind: 'text', text: hostile }] }], options).cards
    if (!card) throw new Error('no card')
    const svg = cardSvg(card)
    expect(svg).toContain('&lt;script&gt;&amp;&quot;')
    for (const never of ['<script', '\u0000', '\u000b', '\ud800']) expect(svg).not.toContain(never)
    expect(svg.match(/<text /gu)).toHaveLength(card.lines.flatMap(({ runs }) => runs).length)
  })
})

it('estimated widths are not below those of a common font', () => {
  // Noto Sans CJK SC in thousandths of an em, regular and bold, as Chromium measures it.
  const regular = {
    山: 1_000,
    '，': 1_000,
    '…': 1_000,
    a: 563,
    b: 618,
    m: 926,
    w: 802,
    r: 388,
    i: 275,
    W: 878,
    O: 742,
    '0': 555,
    ' ': 224,
    '@': 946,
  }
  const bold = { a: 591, m: 964, i: 304, W: 915, '0': 590, ' ': 227, '.': 325 }
  for (const [isBold, widths] of [
    [false, regular],
    [true, bold],
  ] as const)
    for (const [character, width] of Object.entries(widths))
      expect(estimateWidth(character, { family: 'text', size: 1_000, isBold }), character).toBeGreaterThanOrEqual(width)
})
