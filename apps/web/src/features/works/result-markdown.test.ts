import { academicPaper } from '@mozhou/contracts/tools/academic-paper/tool'
import { rewrite } from '@mozhou/contracts/tools/rewrite/tool'
import { wechatArticle } from '@mozhou/contracts/tools/wechat-article/tool'
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

it('leaves working notes out, and puts a paper’s keywords below its abstract', () => {
  expect(resultMarkdown(rewrite as ToolDefinition, { body: '改好的。', changes: ['删了一句'] })).toBe('改好的。')
  const paper = { title: '题', abstract: '摘要。', body: '正文。', keywords: ['甲', '乙'], references: [] }
  expect(resultMarkdown(academicPaper as ToolDefinition, paper)).toBe(
    '# 题\n\n> 摘要：摘要。\n\n关键词：甲、乙\n\n正文。',
  )
})
