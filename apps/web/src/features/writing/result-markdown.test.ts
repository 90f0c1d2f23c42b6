import { wechatArticle } from '@mozhou/contracts/tools/wechat-article'
import type { ToolDefinition } from '@mozhou/contracts/tools/tool'
import { expect, it } from 'vitest'
import { resultMarkdown } from './result-markdown.ts'

const tool = wechatArticle as ToolDefinition

it('writes title, summary, body and keywords as one text', () => {
  const result = { title: '春天', summary: '一句话', body: '## 小标题\n\n正文。', keywords: ['春天', '花'] }
  expect(resultMarkdown(tool, result)).toBe('# 春天\n\n> 一句话\n\n## 小标题\n\n正文。\n\n关键词：春天、花')
})

it('leaves out what is missing or of a wrong kind', () => {
  expect(resultMarkdown(tool, { title: '', body: '正文。', keywords: [], summary: 5 })).toBe('正文。')
  expect(resultMarkdown(tool, {})).toBe('')
})
