import { expect, it } from 'vitest'
import { blockHtml } from './block-html.ts'
import { blockText } from './block-text.ts'
import { advanceBlocks, noBlocks } from './growing-blocks.ts'
import { readMarkdown } from './read-markdown.ts'

/** Lines that look like a block of another kind, each with its words as the txt file has them. */
const shown = (source: string) => readMarkdown(source).map((block) => [block.kind, blockText(block, '')])

it.each([
  ['an ornament opens no fence', '~~~分割线~~~\n后文', [['paragraph', '~~~分割线~~~\n后文']]],
  [
    'words beside a fence are shown',
    '```提示：先看这里\n内容\n```\n\n```python 示例\nx\n```',
    [
      ['paragraph', '提示：先看这里'],
      ['code', '内容'],
      ['paragraph', '示例'],
      ['code', 'x'],
    ],
  ],
  ['a language is not', '```js {1}\nx\n```', [['code', 'x']]],
  ['a number that a list would change stays', '01. 选址\n02. 装备', [['paragraph', '01. 选址\n02. 装备']]],
  [
    'a wide space opens a heading',
    '##　装备\n#　一',
    [
      ['heading', '装备'],
      ['heading', '一'],
    ],
  ],
  ['a table has more columns than its rule', '| a | b |\n|---|\n| 1 | 2 |', [['table', 'a\tb\n1\t2']]],
  [
    'another block below a table has bars of its own',
    '| a |\n|---|\n| 1 |\n- [x] 见 A|B\n\n| a |\n|---|\n> 引|用',
    [
      ['table', 'a\n1'],
      ['list', '· ☑ 见 A|B'],
      ['table', 'a'],
      ['quote', '  引|用'],
    ],
  ],
  ['or fewer', '| a |\n|---|---|\n| 1 | 2 |', [['table', 'a\n1\t2']]],
  ['brackets with spaces are a formula', '则 \\[ a \\]，见 \\[1\\]', [['paragraph', '则 \\[ a \\]，见 [1]']]],
  ['a link that leads nowhere is text', '见[攻略]()', [['paragraph', '见[攻略]()']]],
])('%s', (_name, source, expected) => {
  expect(shown(source)).toEqual(expected)
})

it.each(['<https://a.cn/路线?q=图>', '[https://例子.cn/路](https://例子.cn/路)'])(
  'an address stands once: %s',
  (source) => {
    const [block] = readMarkdown(source)
    expect(block && blockText(block, '')).toBe(source.replaceAll(/[<>]|\[|\].*/gu, ''))
  },
)

it('emphasis in emphasis, however deep, is read', () => {
  const text = readMarkdown('**a *b '.repeat(3_000) + 'c* d**'.repeat(3_000)).map(blockHtml)
  expect(text.join('').match(/[abcd]/gu)?.length).toBeGreaterThanOrEqual(12_000)
})

it('a wide head does not make every row as wide', () => {
  const source = `${'|a'.repeat(2_000)}|\n${'|-'.repeat(2_000)}|\n${'|b\n'.repeat(500)}`
  expect(readMarkdown(source).map(blockHtml).join('').length).toBeLessThan(50_000)
})

it.each(['a | b\n--- | ---\n1 | 2\n\n后', '| a | b |\n|---|---|\n| 1 | 2\n3 | 4 |\n\n后', '#露营\n#1 第一名\n\n后'])(
  'a text that grows becomes the blocks it is: %s',
  (source) => {
    let grown = noBlocks
    for (let end = 1; end <= source.length; end += 1) grown = advanceBlocks(grown, source.slice(0, end))
    expect([...grown.settled, grown.tail].flatMap(readMarkdown)).toEqual(readMarkdown(source))
  },
)
