import { expect, it } from 'vitest'
import { readOptions } from './read-options.ts'

it.each([
  ['【标题】\n1. 《山里住一晚》\n2. “带孩子看星星”\n- 周末进山', ['山里住一晚', '带孩子看星星', '周末进山']],
  ['好的，以下是三个标题：\n山里住一晚\n山里住一晚\n\n周末进山', ['山里住一晚', '周末进山']],
  ['## 【标题】山里住一晚', ['山里住一晚']],
  ['**山里住一晚**', ['山里住一晚']],
  ['', []],
])('reads titles of %j', (answer, titles) => {
  expect(readOptions('title', answer)).toEqual(titles)
})

it.each([
  ['【话题】\n#露营 #周末去哪儿\n亲子', ['露营', '周末去哪儿', '亲子']],
  ['露营、周末去哪儿，亲子', ['露营', '周末去哪儿', '亲子']],
])('reads tags of %j, without their hash signs', (answer, tags) => {
  expect(readOptions('tags', answer)).toEqual(tags)
})

it('offers no more than anybody chooses among', () => {
  expect(readOptions('tags', Array.from({ length: 40 }, (_, at) => `话题${at}`).join('\n'))).toHaveLength(10)
})
