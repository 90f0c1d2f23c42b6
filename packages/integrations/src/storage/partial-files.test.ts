import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createPartialFiles } from './partial-files.ts'
import { TooManyBytes } from './port.ts'
import type { PartialFiles } from './port.ts'

const id = '0192f0c4-0000-7000-8000-000000000001'

let folder: string
let parts: PartialFiles
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mozhou-parts-'))
  parts = createPartialFiles(join(folder, 'uploads'))
})
afterEach(() => rm(folder, { recursive: true }))

const write = (words: string, offset: number, mostBytes = 100) =>
  parts.write(id, Readable.from([Buffer.from(words)]), { offset, mostBytes })

it('is as long as what has come, for whoever asks next', async () => {
  expect(await parts.bytesOf(id)).toBe(0)
  await write('spring ', 0)
  await write('river', 7)
  expect(await createPartialFiles(join(folder, 'uploads')).bytesOf(id)).toBe(12)
  expect(await text(parts.read(id))).toBe('spring river')
})

it('keeps what came of a part that breaks off, and nothing beyond what was announced', async () => {
  async function* broken() {
    yield Buffer.from('half')
    await Promise.reject(new Error('the line broke'))
  }
  await expect(parts.write(id, broken(), { offset: 0, mostBytes: 10 })).rejects.toThrow('the line broke')
  expect(await parts.bytesOf(id)).toBe(4)
  await expect(write('1234567', 4, 10)).rejects.toThrow(TooManyBytes)
  expect(await parts.bytesOf(id)).toBe(4)
})

it('is named by an id alone, and forgotten when nobody came back', async () => {
  for (const path of ['../secret', '/etc/passwd', '']) await expect(parts.bytesOf(path)).rejects.toThrow('by its id')
  await write('old', 0)
  expect(await parts.clear(new Date(Date.now() - 60_000))).toBe(0)
  expect(await parts.clear(new Date(Date.now() + 60_000))).toBe(1)
  expect(await parts.bytesOf(id)).toBe(0)
  await parts.discard(id)
})
