import { expect, it } from 'vitest'
import { readResult } from './read-result.ts'

const text = '【标题】夜跑\n【摘要】三十天\n【正文】\n## 为什么\n\n白天太满。\n【关键词】夜跑、习惯'

it('reads the tool’s result, its title, and the words of its body alone', () => {
  expect(readResult('wechat-article', text, '城市夜跑')).toEqual({
    result: { title: '夜跑', summary: '三十天', body: '## 为什么\n\n白天太满。', keywords: ['夜跑', '习惯'] },
    title: '夜跑',
    wordCount: 7,
  })
})

it('has the topic for a title until the model gave one', () => {
  expect(readResult('wechat-article', '【标', '城市夜跑').title).toBe('城市夜跑')
  expect(readResult('wechat-article', '【标题】\n【摘要】三', '城市夜跑').title).toBe('城市夜跑')
})

it('takes any text for a result, and none for no words', () => {
  for (const junk of ['', '   \n', '【正文】', '【标题】只有标题\n【摘要】\n【正文】\n']) {
    expect(readResult('wechat-article', junk, '题').wordCount).toBe(0)
  }
  expect(readResult('wechat-article', '{坏', '题')).toMatchObject({ wordCount: 1, result: { keywords: [] } })
})

it('counts what is read of a text, in any script', () => {
  const marked = '【正文】\n1. **重点**见[攻略](https://example.com/a/b)\n\n```bash\nls\n```'
  expect(readResult('wechat-article', marked, '题').wordCount).toBe(6)
  expect(readResult('translation', '【译文】\nمبيعات العام', '题').wordCount).toBe(2)
})

it('cuts a title to what the column holds', () => {
  expect(readResult('wechat-article', `【标题】${'长'.repeat(500)}\n【正文】文`, '题').title).toHaveLength(200)
})
