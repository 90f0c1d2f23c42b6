import { expect, it } from 'vitest'
import { foldText } from './fold-text.ts'
import { spellingsOf } from './spellings.ts'

const ways = (phrase: string) => spellingsOf(foldText(phrase))

it.each([
  ['軟體', '软件'],
  ['網路', '网络'],
  ['資訊', '信息'],
  ['人工智慧', '人工智能'],
  ['計程車', '出租车'],
  ['隨身碟', 'U盘'],
  ['網際網路', '互联网'],
])('%s is looked for as %s, and the other way round', (taiwan, mainland) => {
  expect(ways(taiwan)).toContain(foldText(mainland))
  expect(ways(mainland)).toContain(foldText(taiwan))
})

it('is looked for as it was asked for first', () => {
  expect(ways('网络软件')).toEqual(['网络软件', '网路软件', '网络软体', '网路软体'])
  expect(ways('夜跑装备')).toEqual(['夜跑装备'])
  expect(ways('軟體動物')).toEqual(['软体动物'])
  expect(ways('')).toEqual([''])
})

it('keeps the ways of a long phrase few', () => {
  expect(ways('网络软件信息数据'.repeat(20)).length).toBeLessThanOrEqual(12)
})
