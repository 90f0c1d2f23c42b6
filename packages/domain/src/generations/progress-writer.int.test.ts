import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest'
import type { TestDomain } from '../testing/test-domain.ts'
import { createTestDomain } from '../testing/test-domain.ts'
import { appendProgress, foldProgress, readProgress, stopKey, streamKey } from './progress-stream.ts'
import { createProgressWriter } from './progress-writer.ts'

let domain: TestDomain
beforeAll(async () => {
  domain = await createTestDomain()
})
afterAll(() => domain.close())

function open(generationId: string, epoch = 1_001, base = '') {
  const told: string[] = []
  const writer = createProgressWriter(domain.ctx, {
    generationId,
    epoch,
    first: { type: 'reset', model: 'm', isFallback: false, attempt: 1, text: base },
    onStop: () => told.push('stop'),
    onSuperseded: () => told.push('superseded'),
  })
  onTestFinished(() => writer.close())
  return { writer, told }
}

const read = (generationId: string) => readProgress(domain.ctx.redis, generationId, null)
const textOf = async (generationId: string) => foldProgress(await read(generationId))?.text

it('puts the beginning, then gathered deltas, under growing ids of its epoch', async () => {
  const id = domain.ctx.newId()
  const { writer } = open(id, 1_001, '前文。')
  for (const part of '城市夜跑的第一个月') writer.delta(part)
  await writer.flush()
  const events = await read(id)
  expect(events[0]).toEqual({
    id: '1001-1',
    event: { type: 'reset', model: 'm', isFallback: false, attempt: 1, text: '前文。' },
  })
  expect(events.map((tracked) => tracked.id)).toEqual(events.map((_, index) => `1001-${index + 1}`))
  expect(events.length).toBeLessThan(5)
  expect(await textOf(id)).toBe('前文。城市夜跑的第一个月')
})

it('goes on with the whole text when the stream is lost, and nothing twice that came meanwhile', async () => {
  const id = domain.ctx.newId()
  const { writer } = open(id)
  let text = ''
  const add = (part: string) => {
    text += part
    writer.delta(part)
  }
  for (let count = 0; count < 5; count += 1) {
    add(`第${count}段。`)
    await writer.flush()
    await domain.ctx.redis.del(streamKey(id))
    // Enough to be written at once; the loss is noticed while the next words arrive.
    add('长'.repeat(512))
    add('接着写')
    await expect.poll(() => textOf(id)).toBe(text)
    await writer.flush()
    expect(await textOf(id)).toBe(text)
  }
})

it('shows nothing of what the vendor withdrew', async () => {
  const id = domain.ctx.newId()
  const { writer } = open(id)
  writer.delta('不该出现')
  await writer.flush()
  writer.delta('，也不该')
  writer.retract()
  await writer.flush()
  expect(await textOf(id)).toBe('')
})

it('is told when a newer attempt has begun, and leaves no trace behind it', async () => {
  const id = domain.ctx.newId()
  const old = open(id, 1_001)
  old.writer.delta('旧')
  await old.writer.flush()
  const fresh = open(id, 1_002)
  fresh.writer.delta('新')
  await fresh.writer.flush()
  old.writer.delta('旧的尾巴')
  await old.writer.flush()
  expect(old.told).toContain('superseded')
  expect(fresh.told).toEqual([])
  expect(await textOf(id)).toBe('新')
})

it('learns with its next words that the person pressed stop', async () => {
  const id = domain.ctx.newId()
  const { writer, told } = open(id)
  await writer.flush()
  expect(told).toEqual([])
  await domain.ctx.redis.set(stopKey(id), '1')
  writer.delta('字')
  await writer.flush()
  expect(told).toContain('stop')
})

it('says of a thinking model that it thinks, once a second at most', async () => {
  const id = domain.ctx.newId()
  const { writer } = open(id)
  for (let count = 0; count < 20; count += 1) writer.thinking()
  await writer.flush()
  expect((await read(id)).filter(({ event }) => event.type === 'thinking')).toHaveLength(1)
})

it('refuses a second end, and anything after the end', async () => {
  const { redis } = domain.ctx
  const id = domain.ctx.newId()
  const end = {
    type: 'done',
    status: 'failed',
    versionId: null,
    isIncomplete: false,
    refundedCredits: 0,
    failure: null,
  } as const
  expect((await appendProgress(redis, id, '9999999-1', end, true)).outcome).toBe('written')
  expect((await appendProgress(redis, id, '9999999-1', end, true)).outcome).toBe('fenced')
  const { writer, told } = open(id, 2_001)
  await writer.flush()
  expect(told).toContain('superseded')
  expect(await read(id)).toHaveLength(1)
})
