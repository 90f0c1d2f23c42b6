import { describe, expect, it } from 'vitest'
import type { Block, Inline } from './blocks.ts'
import { plainInlines } from './blocks.ts'
import { blockLines, readInlines, readMarkdown } from './read-markdown.ts'

const of = (kind: Inline['kind'], source: string): string[] => found(readInlines(source), kind)

function found(inlines: readonly Inline[], kind: Inline['kind']): string[] {
  return inlines.flatMap((inline) => [
    ...(inline.kind === kind ? [plainInlines([inline])] : []),
    ...('inlines' in inline ? found(inline.inlines, kind) : []),
  ])
}

const plain = (source: string) => plainInlines(readInlines(source))
const kinds = (source: string) => readMarkdown(source).map(({ kind }) => kind)
const lists = (source: string): Extract<Block, { kind: 'list' }>[] =>
  readMarkdown(source).flatMap((block) => (block.kind === 'list' ? [block] : []))

describe('emphasis', () => {
  it.each([
    ['选地方要近：**选地方要近，**车程', '选地方要近，'],
    ['还有一点：**“轻装”**上阵', '“轻装”'],
    ['这是**《露营手册》**里写的', '《露营手册》'],
    ['**睡袋（薄款）**带一条', '睡袋（薄款）'],
    ['他说**“别忘了水。”**然后走了', '“别忘了水。”'],
    ['共**3折！**起', '3折！'],
    ['用**`npm`**装', 'npm'],
    ['**bold** word', 'bold'],
    ['**设备：**iPhone 15', '设备：'],
    ['**《A》**B 与 C', '《A》'],
    ['**营收(亿元)**2023', '营收(亿元)'],
    ['**Step 1:**Open', 'Step 1:'],
    ['见**[表](https://a.cn/?a=b)**b', '表（https://a.cn/?a=b）'],
    ['[表](https://a.cn/?a=b)**b**，c', 'b'],
    ['iPhone**15**很贵', '15'],
    ['__注意：__请带伞', '注意：'],
  ])('stands beside Chinese and full-width marks: %s', (source, words) => {
    expect(of('strong', source)).toEqual([words])
    expect(plain(source)).not.toContain('*')
  })

  it.each([
    '外形30*40*50cm',
    '2**3**4 = 4096',
    '2 ** 3',
    '总价=单价*数量*天数',
    'a*b*c',
    'snake_case_name 与 变量_name_的',
    '预算200~300元，3~5人，好美呀~下次~',
    '3 * 4 * 5',
    '5*x + 6*y',
    '满200*2件',
    'x**2+y**2=z**2，(a+b)**2=c**2',
    'x**2 和 y**2',
    '__init__ 与 __main__.py',
    '姓名：____，年龄：____，___，__，__。',
    'A*算法和D*算法',
    '长*宽*高（cm）',
    '*p<0.05，**p<0.01，***p<0.001',
    '密码***，王**先生',
    '好开心~~，明天见~~',
  ])('is none within numbers, formulas and names: %s', (source) => {
    expect(plain(source)).toBe(source)
    expect([...of('strong', source), ...of('emphasis', source), ...of('deleted', source)]).toEqual([])
  })

  it('is none in a formula that follows a link without a space', () => {
    expect(plain('[表](https://a.cn/?a=b)12x**2+y**13=z，')).toContain('12x**2+y**13=z，')
  })

  it('is one within a Chinese sentence', () => {
    expect(of('emphasis', '变得*清醒*了，用*React*写')).toEqual(['清醒', 'React'])
  })

  it('strikes out between two tildes only', () => {
    expect(of('deleted', '~~原价500元~~ 现价300元')).toEqual(['原价500元'])
  })
})

describe('formulas', () => {
  it.each([
    '$C(x_1,x_2)=a_1x_1+b_2*x_2*y_3$',
    '\\(a_{1}*b_{2}*c\\)',
    '\\[E = \\frac{1}{N}\\]',
    '$$a*b*c$$',
    '$\\text{面积}=a_1*b_1*c$',
  ])('are kept to the letter: %s', (source) => {
    expect(of('formula', `其中 ${source} 为`)).toEqual([source])
    expect(plain(`其中 ${source} 为`)).toBe(`其中 ${source} 为`)
  })

  it.each(['单价$5，总价$10', '从 $5 涨到 $10', '$5，**重点**到$a', '一共 $'])(
    'are not made of prices: %s',
    (source) => {
      expect(of('formula', source)).toEqual([])
    },
  )

  it('have lines of their own', () => {
    const source = '$$\n\\begin{aligned}\np &= 1 \\\\\nq &= 2\n\\end{aligned}\n$$'
    expect(readMarkdown(`前文\n${source}\n后文`)).toMatchObject([
      { kind: 'paragraph' },
      { kind: 'formula', source, formula: source.slice(3, -3) },
      { kind: 'paragraph' },
    ])
  })
})

describe('what is text', () => {
  it.each([
    '尊敬的 <Company Name> 负责人',
    'List<String> 与 Map<Key, Value>',
    '<p>这一段带标签</p>',
    '[备注]: 出发前请电话确认。',
    '[^1]: 数据来自协会。',
    '增加了三成[^1]',
    '[1]: 王小明.露营指南[M].2020.',
    '2024. 这一年我们去了三次。',
    '#露营#周末',
    '[点我](javascript:alert(1))',
  ])('%s', (source) => {
    expect(readMarkdown(source)).toEqual([{ kind: 'paragraph', inlines: [{ kind: 'text', text: source }] }])
  })

  it('a definition is shown, and serves its links too', () => {
    const blocks = readMarkdown('见[攻略][1]。\n\n[1]: https://example.com/a "标题"')
    expect(blocks).toMatchObject([
      { inlines: [{ text: '见' }, { kind: 'link', href: 'https://example.com/a' }, { text: '。' }] },
      { kind: 'paragraph' },
    ])
    expect(blocks[1]?.kind === 'paragraph' && plainInlines(blocks[1].inlines)).toBe('[1]: https://example.com/a "标题"')
  })

  it('character references are their characters', () => {
    expect(plain('A&amp;B &lt;x&gt; &#8212; &hellip;')).toBe('A&B <x> — …')
  })

  it('dashes and equal signs below a paragraph underline nothing, and an indented line is a paragraph', () => {
    expect(kinds('第一段。\n---\n第二段。\n===\n第三段。')).toEqual(['paragraph', 'rule', 'paragraph'])
    expect(readMarkdown('    第一段，**重点**。')).toMatchObject([{ inlines: [{}, { kind: 'strong' }, {}] }])
  })
})

describe('headings', () => {
  it('may lack their space where they plainly are one', () => {
    expect(readMarkdown('##一、选地点\n正文')).toMatchObject([{ kind: 'heading', level: 2 }, { kind: 'paragraph' }])
    expect(kinds('#一、选地点')).toEqual(['heading'])
    expect(kinds('###装备')).toEqual(['heading'])
    expect(kinds('##露营 ##周末')).toEqual(['paragraph'])
    expect(kinds('　　##一、选地点')).toEqual(['heading'])
  })
})

describe('lists', () => {
  it('begin where they say, and at a jump anew', () => {
    expect(lists('3. 出发\n4. 回家\n\n7. 再见').map(({ start, items }) => [start, items.length])).toEqual([
      [3, 2],
      [7, 1],
    ])
    expect(readMarkdown('3. 出发\n4. 回家\n\n2024. 这一年')).toMatchObject([
      { kind: 'list', start: 3 },
      { kind: 'paragraph', inlines: [{ text: '2024. ' }, { text: '这一年' }] },
    ])
    expect(lists('1. 甲\n1. 乙\n1. 丙')).toHaveLength(1)
  })

  it('keep the paragraphs and lists of an item, and its tick', () => {
    const [list] = lists('1. 选地点\n\n   先看地图。\n\n2. 备装备\n   - [x] 帐篷\n   - [ ] 睡袋')
    expect(list?.items.map((item) => item.map(({ kind }) => kind))).toEqual([
      ['paragraph', 'paragraph'],
      ['paragraph', 'list'],
    ])
    expect(JSON.stringify(list)).toContain('☑ 帐篷')
    expect(JSON.stringify(list)).toContain('☐ 睡袋')
  })
})

describe('tables', () => {
  it.each([
    ['| $|x|$ | 1 |', ['$|x|$', '1']],
    ['| $P(A|B)$ | 1 |', ['$P(A|B)$', '1']],
    [String.raw`| $P(A\|B)$ | \(a|b\) |`, ['$P(A|B)$', String.raw`\(a|b\)`]],
    [String.raw`|$\{x|x>0\}$|$|c|$|`, [String.raw`$\{x|x>0\}$`, '$|c|$']],
    ['|$5|$6|', ['$5', '$6']],
    ['|$HOME|$PATH|', ['$HOME', '$PATH']],
    ['| $5 | 3$ |', ['$5', '3$']],
    [String.raw`| \(注 | 见\) |`, ['(注', '见)']],
  ])('keep the bars of a formula, and part cells beside dollars: %s', (row, cells) => {
    const [table] = readMarkdown(`| 甲 | 乙 |\n|---|---|\n${row}`)
    expect(table?.kind === 'table' ? table.rows.map((row) => row.map(plainInlines)) : []).toEqual([cells])
  })

  it('keep alignment, cells beyond the head and escaped bars, and end where a line has no bar', () => {
    const blocks = readMarkdown('| 左 | 右 |\n|:--|--:|\n| a\\|b | 10 | 多 |\n| c |\n以上为参考价。')
    expect(blocks).toMatchObject([
      { kind: 'table', alignments: ['left', 'right'] },
      { kind: 'paragraph', inlines: [{ text: '以上为参考价。' }] },
    ])
    const [table] = blocks
    const cells = table?.kind === 'table' ? table.rows.map((row) => row.map(plainInlines)) : []
    expect(cells).toEqual([['a|b', '10', '多'], ['c']])
  })
})

describe('addresses', () => {
  it.each([
    ['请看https://example.com/camp。谢谢', 'https://example.com/camp'],
    ['或访问 www.example.com，也可', 'http://www.example.com'],
    ['发信到 hi_there@example.com。', 'mailto:hi_there@example.com'],
    ['（https://example.com/a?b=1）和', 'https://example.com/a?b=1'],
    ['https://example.com/路线图', 'https://example.com/'],
    ['https://zh.wikipedia.org/wiki/A_(b) 见', 'https://zh.wikipedia.org/wiki/A_(b)'],
    ['见 https://example.com/a*b*c, 好', 'https://example.com/a*b*c'],
  ])('end where no address goes on: %s', (source, href) => {
    const links = readInlines(source).flatMap((inline) => (inline.kind === 'link' ? [inline.href] : []))
    expect(links).toEqual([href])
    expect(plain(source)).toBe(source)
  })
})

describe('depth', () => {
  it('loses nothing, however deep quotes and lists stand', () => {
    for (const mark of ['> ', '- ', '1. ']) {
      expect(JSON.stringify(readMarkdown(`${mark.repeat(2_000)}底`))).toContain('底')
    }
  })
})

it('a quote goes on without its mark for some lines, and loses none of those beyond', () => {
  const lines = Array.from({ length: 100 }, (_, at) => `第${at}行`)
  const [quote, ...others] = readMarkdown(`> ${lines.join('\n')}\n> 又一句`)
  expect(quote?.kind).toBe('quote')
  expect(others.map(({ kind }) => kind)).toEqual(['paragraph', 'quote'])
  expect(JSON.stringify([quote, others]).match(/第\d+行|又一句/g)).toEqual([...lines, '又一句'])
  expect(kinds(`> ${lines.slice(0, 20).join('\n')}`)).toEqual(['quote'])
})

it('tells the lines of each block', () => {
  const lines = blockLines('# 题\n\n一段\n两行\n\n- 甲\n- 乙\n\n| a |\n|---|\n| b |\n')
  expect(lines).toEqual([
    [0, 1],
    [2, 4],
    [5, 8],
    [8, 11],
  ])
})
