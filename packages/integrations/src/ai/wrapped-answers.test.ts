import { readReplacement } from '@mozhou/contracts/results/read-replacement'
import { parseSections } from '@mozhou/contracts/results/sections'
import { story } from '@mozhou/contracts/tools/story/tool'
import { wechatArticle } from '@mozhou/contracts/tools/wechat-article/tool'
import { blockText } from '@mozhou/text/block-text'
import { readMarkdown } from '@mozhou/text/read-markdown'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createTextModel } from './registry.ts'
import { collectAnswer } from './testing/collect-answer.ts'
import { readAnswers } from './testing/read-fixture.ts'
import { textTarget } from './testing/text-target.ts'
import { startVendorServer, streamOf, type VendorServer } from './testing/vendor-server.ts'

let server: VendorServer
beforeAll(async () => {
  server = await startVendorServer()
})
afterAll(() => server.stop())

/** What is left of an answer that comes in pieces of three letters. */
function played(answer: string, finish = 'stop') {
  const chunk = (choice: object) =>
    `data: ${JSON.stringify({ id: 'c1', model: 'm', choices: [{ index: 0, ...choice }] })}\n\n`
  const pieces = answer.match(/[^]{1,3}/gu) ?? []
  const words = pieces.map((content) => chunk({ delta: { content } }))
  server.play(streamOf(...words, chunk({ delta: {}, finish_reason: finish }), 'data: [DONE]\n\n'))
  return collectAnswer(createTextModel(textTarget('openai', server.url)))
}

it('thoughts before an answer are no part of it', async () => {
  const { text, reasoning } = await played(readAnswers('thoughts-before')[0] ?? '')
  expect(parseSections(text, wechatArticle.sections)).toEqual({
    title: '周末城市露营小记',
    summary: '一篇说露营的短文。',
    body: '露营的好处有三。第一是亲近自然。',
    keywords: ['露营', '周末', '装备'],
  })
  expect(reasoning).toContain('不能让读者看到这句')
})

it('thoughts alone are an empty answer, also when a limit cut them', async () => {
  const { failure, text } = await played(readAnswers('thoughts-alone')[0] ?? '', 'length')
  expect(failure).toMatchObject({ kind: 'unavailable', details: { vendorCode: 'empty_answer' } })
  expect(text).toBe('')
})

it.each([
  [0, '围栏里的正文。'],
  [1, '四个反引号的正文。\n\n```js\nlet a=1\n```\n\n尾段。'],
])('a fence around an answer is no part of it, a fence within it is: %i', async (at, body) => {
  const { text } = await played(readAnswers('outer-fences')[at] ?? '')
  expect(parseSections(text, wechatArticle.sections)).toEqual({
    title: '周末城市露营小记',
    summary: '一篇说露营的短文。',
    body,
    keywords: ['露营', '周末', '装备'],
  })
})

it.each([0, 1])('a replacement is what replaces, without thoughts, greetings, fence and quotes: %i', async (at) => {
  const { text } = await played(readAnswers('wrapped-replacements')[at] ?? '')
  expect(readReplacement(text, '露营')).toBe('野餐')
})

it('a chapter that begins with its title shows it once, and its indented lines are paragraphs', async () => {
  const { text } = await played(readAnswers('title-again')[0] ?? '')
  const { title, body, memory } = parseSections(text, story.sections)
  expect({ title, memory }).toEqual({ title: '第一章 夜航', memory: ['老船长与学徒在雾夜出航。'] })
  const blocks = readMarkdown(typeof body === 'string' ? body : '')
  expect(blocks.map((block) => blockText(block, '').trim())).toEqual([
    '老船长把烟斗磕了磕，说：“今晚有雾。”',
    '“那还走吗？”<System>提示音响起~滴~滴~',
    '——————',
    '船离了岸。',
  ])
})
