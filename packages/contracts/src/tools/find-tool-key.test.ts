import { expect, it } from 'vitest'
import { findToolKey } from './find-tool-key.ts'
import { toolKeys, tools } from './registry.ts'

/** The headings of the product brief, section "AI写作工具", 1.1 to 1.14. */
const headings = [
  ['公众号文章创作', 'wechat-article'],
  ['小红书笔记创作', 'xiaohongshu-note'],
  ['公文写作', 'official-document'],
  ['论文写作', 'academic-paper'],
  ['营销文案', 'marketing-copy'],
  ['新闻稿/软文', 'press-release'],
  ['短视频脚本', 'video-script'],
  ['故事/小说创作', 'story'],
  ['商业计划书', 'business-plan'],
  ['工作报告', 'work-report'],
  ['简历/求职信', 'resume'],
  ['教案/课件', 'lesson-plan'],
  ['内容改写/扩写/缩写', 'rewrite'],
  ['多语言翻译', 'translation'],
] as const

it.each(headings)('knows %s of the brief as %s', (heading, key) => {
  expect(findToolKey(heading)).toBe(key)
  expect(findToolKey(` ${heading.replaceAll('/', '／')}`)).toBe(key)
})

it('knows every tool by its key and by its own name', () => {
  expect(headings.map(([, key]) => key)).toEqual(toolKeys)
  for (const { key, title } of Object.values(tools)) {
    expect(findToolKey(key.replaceAll('-', '_').toUpperCase())).toBe(key)
    expect(findToolKey(title.zh)).toBe(key)
  }
})

it.each(['', '/', '创作', '内容', '写作', '小说家', 'nothing'])('knows no tool called "%s"', (name) => {
  expect(findToolKey(name)).toBeNull()
})
