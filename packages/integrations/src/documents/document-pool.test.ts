import { AppError } from '@mozhou/contracts/errors'
import { afterAll, expect, it } from 'vitest'
import { createDocumentPool } from './document-pool.ts'
import { writeDocument } from './registry.ts'
import type { SourceDocument } from './port.ts'

const unavailable = new AppError('EXPORT_UNAVAILABLE', { retryAfterSeconds: 10 })
const limits = { threads: 1, mayWait: 2, timeLimitMs: 20_000 }
const pools: { close(): Promise<void> }[] = []
const open = (changes: Partial<typeof limits> = {}) => {
  const pool = createDocumentPool({ ...limits, ...changes })
  pools.push(pool)
  return pool
}
afterAll(() => Promise.all(pools.map((pool) => pool.close())))

const documentOf = (text: string): SourceDocument => ({
  title: '夜跑',
  parts: [{ kind: 'markdown', field: 'body', label: null, text }],
  layout: 'article',
  aiLabel: '本内容由人工智能生成',
  provenance: { producer: '墨舟', contentId: 'ver_1' },
})
const long = documentOf(Array.from({ length: 20_000 }, (_, index) => `第 ${index} 段**要点**。`).join('\n\n'))

it('writes what the writer writes, in another thread, while this one stays free', async () => {
  const short = documentOf('**夜跑**让人安静。')
  expect(new TextDecoder().decode(await open().write('html', short))).toBe(
    new TextDecoder().decode(await writeDocument('html', short)),
  )
  let turns = 0
  const turning = setInterval(() => {
    turns += 1
  }, 1)
  const startedAt = performance.now()
  await open().write('docx', long)
  clearInterval(turning)
  // On one thread there would be no turn in all that time.
  expect(turns).toBeGreaterThan((performance.now() - startedAt) / 100)
})

it('ends a file that takes too long, and writes the next one', async () => {
  const pool = open({ timeLimitMs: 300 })
  await expect(pool.write('docx', long)).rejects.toEqual(unavailable)
  const patient = open()
  await expect(patient.write('docx', long, AbortSignal.timeout(200))).rejects.toMatchObject({ name: 'AbortError' })
  expect((await patient.write('txt', documentOf('好'))).byteLength).toBeGreaterThan(0)
})

it('refuses at once when too many wait', async () => {
  const pool = open()
  const leave = new AbortController()
  const first = Array.from({ length: 3 }, () => pool.write('docx', long, leave.signal).catch((cause: unknown) => cause))
  await expect(pool.write('txt', documentOf('好'))).rejects.toEqual(unavailable)
  leave.abort()
  for (const ended of await Promise.all(first)) expect(ended).toMatchObject({ name: 'AbortError' })
  expect((await pool.write('txt', documentOf('好'))).byteLength).toBeGreaterThan(0)
})
