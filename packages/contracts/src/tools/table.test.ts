import { describe, expect, it } from 'vitest'
import { readNumber, readTable, rowsOfJson } from './table.ts'
import type { TableColumn } from './tool.ts'

const columns: readonly TableColumn[] = [
  { field: 'scene', heading: '画面', label: { zh: '画面', en: 'Scene' }, as: 'text' },
  { field: 'line', heading: '台词', label: { zh: '台词', en: 'Line' }, as: 'text' },
  { field: 'seconds', heading: '时长（秒）', label: { zh: '时长', en: 'Seconds' }, as: 'number' },
]
const rows = [
  { scene: '街口', line: '出发', seconds: 5 },
  { scene: '河边', line: '到了', seconds: 10 },
]
const table = ['| 画面 | 台词 | 时长（秒） |', '| --- | --- | ---: |', '| 街口 | 出发 | 5 |', '| 河边 | 到了 | 10秒 |']

describe('readTable', () => {
  it.each([
    ['a table', table],
    ['a table without its rule', [table[0], ...table.slice(2)]],
    ['a table without its header', table.slice(2)],
    ['columns in another order', ['|时长|画面|台词|', '|-|-|-|', '|5|街口|出发|', '|10|河边|到了|']],
    [
      'English headings',
      ['| Scene | Line | Seconds |', '|---|---|---|', '| 街口 | 出发 | 5 |', '| 河边 | 到了 | 10 |'],
    ],
    ['a counting column', ['| 镜号 | 画面 | 台词 | 时长 |', '|-|-|-|-|', '|1|街口|出发|5|', '|2|河边|到了|10|']],
    ['bold headings', [table[0]?.replaceAll(/ ([^|]+?) /gu, ' **$1** '), ...table.slice(1)]],
    ['blocks', ['画面：街口', '台词：出发', '时长：5秒', '', '画面：河边', '台词：到了', '时长：约十秒']],
    [
      'numbered blocks',
      [
        '### 镜头1',
        '- **画面**：街口',
        '- **台词**：出发',
        '- **时长**：5s',
        '### 镜头2',
        '- 画面：河边',
        '- 台词：到了',
        '- 时长：10s',
      ],
    ],
  ])('reads %s', (_form, lines) => {
    expect(readTable(lines.join('\n'), columns)).toEqual({ rows, rest: '' })
  })

  it('keeps what is no row', () => {
    expect(readTable(['先说明一下', ...table, '以上。'].join('\n'), columns)).toEqual({
      rows,
      rest: '先说明一下\n以上。',
    })
  })

  it('keeps the words of a column nobody asked for', () => {
    const text = '| 画面 | 台词 | 时长 | 音乐 |\n|-|-|-|-|\n| 街口 | 出发 | 5 | 鼓点 |'
    expect(readTable(text, columns).rows).toEqual([{ scene: '街口', line: '出发 鼓点', seconds: 5 }])
  })

  it('reads a row that is still being written', () => {
    expect(readTable('| 街口 | 出', columns).rows).toEqual([{ scene: '街口', line: '出', seconds: 0 }])
  })

  it('reads escaped bars and line breaks in a cell', () => {
    expect(readTable('| a\\|b | 一<br>二 | 3 |', columns).rows).toEqual([{ scene: 'a|b', line: '一\n二', seconds: 3 }])
  })
})

it('reads rows out of JSON, as objects or lists', () => {
  expect(rowsOfJson([{ 画面: '街口', Line: '出发', seconds: 5 }, ['河边', '到了', '10']], columns)).toEqual(rows)
  expect(rowsOfJson('文', columns)).toEqual([])
})

it.each([
  ['5', 5],
  ['约 1.5 秒', 1.5],
  ['1,200', 1200],
  ['十二', 12],
  ['二十秒', 20],
  ['三秒', 3],
  ['', 0],
  ['不限', 0],
])('reads the number of %j', (text, value) => {
  expect(readNumber(text)).toBe(value)
})
