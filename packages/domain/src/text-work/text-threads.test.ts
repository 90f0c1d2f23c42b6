import { monitorEventLoopDelay } from 'node:perf_hooks'
import { tools } from '@mozhou/contracts/tools/registry'
import { afterAll, expect, it } from 'vitest'
import { createTextThreads } from './text-threads.ts'
import { textWorkInPlace } from './text-work.ts'

const threads = createTextThreads()
afterAll(() => threads.close())

const longest = 199_000
const hostile = (unit: string) => unit.repeat(longest / unit.length)
const result = (body: string) => ({ title: '标题', summary: '摘要', body, keywords: ['露营'] })
const edit = (body: string, before: string) => ({
  tool: 'wechat-article' as const,
  written: result(body),
  base: { title: '标题', result: result(before), isIncomplete: false, hasUnwrittenParts: false },
  form: tools['wechat-article'].example,
})

it('makes of a long text what is made of it in place', async () => {
  const task = edit(hostile('**重点，**1亿 '), hostile('[a]('))
  expect(await threads.weighEdited('somebody', task)).toEqual(await textWorkInPlace.weighEdited('somebody', task))
  const text = { title: '标题', result: result(hostile('> 引用\n')) }
  expect(await threads.readForSearch('somebody', text)).toEqual(await textWorkInPlace.readForSearch('somebody', text))
})

it('keeps nobody waiting while hostile texts are weighed', async () => {
  // The thread stands.
  await threads.weighEdited('somebody', edit(hostile('a'), ''))
  const delay = monitorEventLoopDelay({ resolution: 5 })
  delay.enable()
  const units = ['[a](', '*a_', '（', '>\n']
  await Promise.all(units.map((unit) => threads.weighEdited('somebody', edit(hostile(unit), hostile('*a_')))))
  delay.disable()
  expect(delay.max / 1e6).toBeLessThan(200)
}, 30_000)

it('refuses whom eight long texts of their own wait for, and nobody else', async () => {
  const task = edit(hostile('字'), '')
  const theirs = Array.from({ length: 12 }, () => threads.weighEdited('somebody', task))
  const other = threads.weighEdited('another', task)
  const ends = await Promise.allSettled(theirs)
  const refused = ends.filter(({ status }) => status === 'rejected')
  expect(refused).toHaveLength(3)
  expect(refused[0]).toMatchObject({ reason: { code: 'SERVICE_UNAVAILABLE', params: { retryAfterSeconds: 2 } } })
  expect(await other).toMatchObject({ title: '标题' })
}, 30_000)
