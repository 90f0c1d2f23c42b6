import { describe, expect, it } from 'vitest'
import { toCsv } from './csv.ts'

const cell = (value: string | number | null) => toCsv([[value]]).slice(1, -2)

it('begins with the mark that tells Excel it is UTF-8, and ends each line as the RFC says', () => {
  expect(
    toCsv([
      ['名称', '次数'],
      ['通义', 3],
    ]),
  ).toBe('\uFEFF名称,次数\r\n通义,3\r\n')
})

describe('a cell', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+86 10', "'+86 10"],
    ['-2+3', "'-2+3"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    [' =1', "' =1"],
    ['＝1+1', "'＝1+1"],
    ['=HYPERLINK("http://x","y")', '"\'=HYPERLINK(""http://x"",""y"")"'],
  ])('%j is no formula', (text, expected) => {
    expect(cell(text)).toBe(expected)
  })

  it.each([
    ['a,b', '"a,b"'],
    ['a"b', '"a""b"'],
    ['a\nb', '"a\nb"'],
    ['平常', '平常'],
    [-10, '-10'],
    [0, '0'],
    [null, ''],
    ['', ''],
  ])('%j is written as %j', (value, expected) => {
    expect(cell(value)).toBe(expected)
  })
})
