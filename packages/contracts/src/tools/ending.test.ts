import { expect, it } from 'vitest'
import { endsOpen } from './ending.ts'
import { resume } from './resume/tool.ts'
import type { ToolDefinition } from './tool.ts'
import { wechatArticle } from './wechat-article/tool.ts'

const isOpen = (body: string, tool = wechatArticle as ToolDefinition) => endsOpen(tool, { body })

it.each([
  'Sales reached 120 million yuan last year, and the number of visi',
  '第一段说完了。\n\n露营的好处有三个，第一个是亲近自然，第二',
  '第一段说完了。\n\n**露营的好处有三个，第一个是亲近自然**',
  '露营的好处有三个，第一个是亲近自然，',
])('breaks off: %s', (body) => {
  expect(isOpen(body)).toBe(true)
})

it.each([
  '露营的好处有三个，第一个是亲近自然。',
  '他说：“露营的好处有三个，第一个是亲近自然。”',
  '露营的好处有三个（第一个是亲近自然）',
  '好处如下。\n\n- 亲近自然，而且一分钱都不用花，走出去就有',
  '| 甲 | 乙 |\n|---|---|\n| 一二三四五六七八九十 | 二 |',
  '文章在这里结束了。\n\n#露营 #周末 #亲子 #装备清单',
  '文章在这里结束了。\n\n编辑部\n2026年11月29日',
  '文章在这里结束了。\n\n——摘自某某某某某某某某某某某手册',
  '真好玩 🌿🌿🌿🌿🌿🌿🌿🌿🌿🌿🌿🌿',
  '',
])('ends: %s', (body) => {
  expect(isOpen(body)).toBe(false)
})

it('is asked of prose alone', () => {
  expect(endsOpen(resume as ToolDefinition, { body: '负责校园招聘与培训两个项目的落地执行' })).toBe(false)
})
