import { describe, expect, it } from 'vitest'
import { readTable, rowsOfJson } from './table.ts'
import type { TableColumn } from './section.ts'

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
    ['a table without outer bars', ['画面 | 台词 | 时长', '--- | --- | ---', '街口 | 出发 | 5', '河边 | 到了 | 10']],
    ['wide bars', ['镜号｜画面｜台词｜时长', '1｜街口｜出发｜5秒', '2｜河边｜到了｜10秒']],
    ['a counting column without a header', ['| 1 | 街口 | 出发 | 5 |', '| 2 | 河边 | 到了 | 10 |']],
    [
      'names of the trade',
      ['| 镜头 | 内容 | 旁白 | 时间 |', '|-|-|-|-|', '| 1 | 街口 | 出发 | 5s |', '|2|河边|到了|10s|'],
    ],
    [
      'traditional headings',
      ['| 鏡號 | 畫面 | 對白 | 時長 |', '|-|-|-|-|', '| 1 | 街口 | 出发 | 5 |', '|2|河边|到了|10|'],
    ],
    ['blocks', ['画面：街口', '台词：出发', '时长：5秒', '', '画面：河边', '台词：到了', '时长：十秒']],
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
    expect(readTable(text, columns).rows).toEqual([{ scene: '街口（音乐：鼓点）', line: '出发', seconds: 5 }])
  })

  it('gives a column to its own name before what the trade calls it, and keeps the other', () => {
    const text = '镜号｜景别｜画面｜内容｜旁白｜时长\n1｜近景｜街口｜起跑｜出发｜5'
    expect(readTable(text, columns).rows).toEqual([
      { scene: '街口（景别：近景）（内容：起跑）', line: '出发', seconds: 5 },
    ])
  })

  it('keeps a number that stands for a text', () => {
    expect(readTable('| 画面 | 台词 | 时长 |\n| 2026 | 3 | 5 |\n| 7 | 8 | 10 | 9 |', columns).rows).toEqual([
      { scene: '2026', line: '3', seconds: 5 },
      { scene: '7（9）', line: '8', seconds: 10 },
    ])
    expect(readTable('| 1 | 2 | 3 |', columns).rows).toEqual([{ scene: '1', line: '2', seconds: 3 }])
    expect(rowsOfJson([['1', '2', '3']], columns)).toEqual([{ scene: '1', line: '2', seconds: 3 }])
  })

  it('keeps extra lines of a block with its row', () => {
    const blocks = '画面：街口\n音效：鼓点\n台词：出发\n时长：5\n画面：河边\n台词：到了\n时长：10'
    expect(readTable(blocks, columns).rows).toEqual([{ ...rows[0], scene: '街口（音效：鼓点）' }, rows[1]])
  })

  it.each([
    ['约 5 秒', 5],
    ['3-5秒', 4],
    ['看情况', 0],
    ['1分5秒', 65],
  ])('quotes %j, of which a number says not all', (text, seconds) => {
    expect(readTable(`| 街口 | 出发 | ${text} |`, columns).rows).toEqual([
      { scene: `街口（时长：${text}）`, line: '出发', seconds },
    ])
  })

  it('reads the lapse between two times where each row begins as the last one ends', () => {
    const lapse = ['| 街口 | 出发 | 0-5秒 |', '| 河边 | 到了 | 5-15秒 |'].join('\n')
    expect(readTable(lapse, columns).rows.map(({ seconds }) => seconds)).toEqual([5, 10])
    const mixed = ['0-5秒', '00:05-00:15', '约10s', '５秒'].map((time) => `| 街口 | 出发 | ${time} |`).join('\n')
    expect(readTable(mixed, columns).rows.map(({ seconds }) => seconds)).toEqual([5, 10, 10, 5])
    const lone = ['三秒', '5-10', '1分10秒', '5"'].map((time) => `| 街口 | 出发 | ${time} |`).join('\n')
    expect(readTable(lone, columns).rows.map(({ seconds }) => seconds)).toEqual([3, 8, 70, 5])
    const apart = ['0-5', '6-10', '11-15秒'].map((time) => `| 街口 | 出发 | ${time} |`).join('\n')
    expect(readTable(apart, columns).rows.map(({ seconds }) => seconds)).toEqual([5, 5, 5])
    expect(readTable('00:00-00:05｜街口｜出发', columns.toReversed()).rows[0]?.['seconds']).toBe(5)
  })

  it('keeps a first row whose names nobody knows, though a rule follows', () => {
    expect(readTable('| 街口 | 出发 | 5 |\n|---|---|---|\n| 河边 | 到了 | 10 |', columns).rows).toEqual(rows)
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

it('keeps what a JSON row says beyond the columns', () => {
  const row = {
    镜号: 1,
    画面: '街口',
    台词: '出发',
    时长: '3-5',
    music: '嗨',
    机位: { 高度: '低', 角度: ['仰', '俯'] },
  }
  expect(rowsOfJson([row], columns)).toEqual([
    { scene: '街口（时长：3-5）（music：嗨）（机位：高度：低\n角度：仰\n俯）', line: '出发', seconds: 4 },
  ])
})
