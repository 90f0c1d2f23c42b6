import type { AttemptDto, DeliveryDto, ReceiptDto } from '@mozhou/contracts/generations/answers'
import { cleanup, render } from '@solidjs/testing-library'
import { afterEach, expect, it } from 'vitest'
import { TestI18n } from '../testing/test-i18n.tsx'
import { ReceiptBody } from './receipt-body.tsx'

afterEach(cleanup)

const attempt = (changes: Partial<AttemptDto>): AttemptDto => ({
  model: 'qwen-plus',
  vendor: 'qwen',
  isSandbox: false,
  attempt: 1,
  outcome: 'succeeded',
  failureKind: null,
  inputTokens: 276,
  outputTokens: 504,
  isEstimated: false,
  firstTokenMs: 376,
  latencyMs: 15_800,
  createdAt: '2026-11-30T00:51:05.000Z',
  ...changes,
})

const generation: ReceiptDto['generations'][number]['generation'] = {
  id: 'gen_01a229ef1948714c9e3d0dcedffce6f3',
  creationId: 'cre_01a229ef1948714bb897d8961d660d6c',
  ordinal: 1,
  kind: 'generate',
  status: 'succeeded',
  coveredBy: 'credits',
  priceCredits: 10,
  refundedCredits: 0,
  failure: null,
  isStopRequested: false,
  model: 'qwen-plus',
  createdAt: '2026-11-30T00:51:05.000Z',
  finishedAt: '2026-11-30T00:51:33.000Z',
}

/** The text of the receipt of one generation with this one call. */
function textOf(changes: Partial<AttemptDto>, delivery?: DeliveryDto): string {
  const receipt: ReceiptDto = {
    creationId: 'cre_01a229ef1948714bb897d8961d660d6c',
    netCredits: -10,
    generations: [{ generation, entries: [], attempts: [attempt(changes)], ...(delivery && { delivery }) }],
  }
  const { container } = render(() => (
    <TestI18n>
      <ReceiptBody receipt={receipt} />
    </TestI18n>
  ))
  return container.textContent ?? ''
}

const unwritten = { inputTokens: 0, outputTokens: 0, isEstimated: true, firstTokenMs: null, latencyMs: 0 }

it('tells what a call that ended took', () => {
  expect(textOf({})).toContain('读入 276 / 写出 504 tokens · 首字 376 ms · 用时 15.8 s')
})

it('tells of a call that broke off that it was begun anew, and no figures that nobody measured', () => {
  const text = textOf({ ...unwritten, outcome: 'lost', failureKind: 'unavailable' })
  expect(text).toContain('中断后重来')
  expect(text).toContain('没有测得用量')
  expect(text).not.toMatch(/模型服务中断|tokens|用时/)
})

it('tells no figures of a call that goes on', () => {
  const text = textOf({ ...unwritten, outcome: 'running' })
  expect(text).toContain('进行中')
  expect(text).not.toMatch(/tokens|用时/)
})

it('tells of pictures in their own words: how many came, and whose tasks made them', () => {
  const calls = [{ model: '通义万相', state: 'done', taskId: 'task-7', sentAt: '2026-11-30T00:51:05.000Z' } as const]
  const fileIds = ['fil_01a229ef1948714c9e3d0dcedffce6f3']
  const title = { zh: '换背景', en: 'New background' }
  const text = textOf({ ...unwritten, latencyMs: 4_300 }, { title, asked: 3, delivered: 2, fileIds, calls })
  expect(text).toContain('1. 换背景')
  expect(text).toContain('交付 2 张，共 3 张')
  expect(text).toContain('还在你的文件里的有 1 张')
  expect(text).toContain('通义万相 · 已完成')
  expect(text).toContain('厂商任务 task-7')
  expect(text).toContain('用时 4.3 s')
  expect(text).not.toContain('tokens')
})
