import { createHash, randomBytes } from 'node:crypto'
import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { TooManyBytes, storedPath } from './port.ts'
import type { FileStore } from './port.ts'
import { createStorage } from './registry.ts'
import type { Storage } from './registry.ts'
import { createS3Store } from './s3-store.ts'
import type { S3Settings } from './s3-store.ts'
import { startS3Server } from './testing/s3-server.ts'
import type { S3Server } from './testing/s3-server.ts'

const keys = { bucket: 'mozhou', accessKeyId: 'AKTEST', secretAccessKey: 'SKTESTSKTEST' }
const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

let folder: string
let server: S3Server
let s3: S3Settings
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mozhou-files-'))
  server = await startS3Server(keys)
  s3 = { ...keys, endpoint: server.url, region: 'us-east-1', isPathStyle: true }
})
afterAll(async () => {
  await server.close()
  await rm(folder, { recursive: true })
})

describe.each(['disk', 's3'] as const)('a store on %s', (name) => {
  let storage: Storage
  beforeAll(() => {
    storage = createStorage({ folder: join(folder, name), s3: name === 's3' ? s3 : null })
  })

  const stage = (bytes: Uint8Array) => storage.staging.receive(Readable.from([bytes]), bytes.byteLength)
  const store = async (bytes: Uint8Array) => {
    const staged = await stage(bytes)
    await storage.fileStore.put(staged)
    await storage.staging.discard(staged.path)
    return staged
  }
  const read = async (from: FileStore, sha256: string, range?: { start: number; end: number }) => {
    const stream = await from.open(sha256, range)
    return stream === null ? null : buffer(stream)
  }

  it('gives back what it was given, whole and by ranges, under the hash of the bytes', async () => {
    const bytes = randomBytes(300_000)
    const staged = await store(bytes)
    expect(staged).toMatchObject({ sha256: hashOf(bytes), bytes: bytes.length })
    const { fileStore } = storage
    expect(await fileStore.head(staged.sha256)).toEqual({ bytes: bytes.length })
    expect((await read(fileStore, staged.sha256))?.equals(bytes)).toBe(true)
    const part = await read(fileStore, staged.sha256, { start: 100, end: 199 })
    expect(part?.equals(bytes.subarray(100, 200))).toBe(true)
    await expect(fileStore.open(staged.sha256, { start: 300_000, end: 300_009 })).rejects.toThrow(RangeError)
  })

  it('keeps bytes once, however often they come', async () => {
    const bytes = randomBytes(1_000)
    await store(bytes)
    const { sha256 } = await store(bytes)
    expect((await read(storage.fileStore, sha256))?.equals(bytes)).toBe(true)
  })

  it('knows nothing of a key without bytes, and deletes twice without a word', async () => {
    const { sha256 } = await store(randomBytes(10))
    await storage.fileStore.delete(sha256)
    await storage.fileStore.delete(sha256)
    expect(await storage.fileStore.head(sha256)).toBeNull()
    expect(await storage.fileStore.open(sha256)).toBeNull()
  })

  it('takes no key that is a path', async () => {
    for (const key of ['../../etc/passwd', '/etc/passwd', 'A'.repeat(64), ''])
      await expect(storage.fileStore.open(key)).rejects.toThrow('a key is')
  })

  it('lists every key once, page by page', async () => {
    const wanted = await Promise.all(Array.from({ length: 7 }, async () => (await store(randomBytes(20))).sha256))
    const listed: string[] = []
    for (let after: string | undefined; ;) {
      const page = await storage.fileStore.list({ limit: 3, ...(after !== undefined && { after }) })
      listed.push(...page.files.map(({ sha256 }) => sha256))
      if (page.next === null) break
      after = page.next
    }
    expect(listed).toEqual(listed.toSorted())
    expect(new Set(listed).size).toBe(listed.length)
    expect(listed).toEqual(expect.arrayContaining(wanted))
  })
})

describe('what waits', () => {
  let storage: Storage
  let waiting: string
  beforeEach(async () => {
    const own = await mkdtemp(join(folder, 'staging-'))
    storage = createStorage({ folder: own, s3: null })
    waiting = join(own, 'staging')
  })

  it('leaves nothing of a stream with a byte too many, or of one that breaks off', async () => {
    await expect(storage.staging.receive(Readable.from([Buffer.alloc(6), Buffer.alloc(5)]), 10)).rejects.toThrow(
      TooManyBytes,
    )
    async function* broken() {
      yield Buffer.alloc(3)
      await Promise.reject(new Error('the line broke'))
    }
    await expect(storage.staging.receive(broken(), 10)).rejects.toThrow('the line broke')
    expect(await readdir(waiting)).toEqual([])
  })

  it('clears what a killed process left, and not what has just come', async () => {
    const old = await storage.staging.reserve()
    await writeFile(old, 'old')
    const dayAgo = new Date(Date.now() - 86_400_000)
    await utimes(old, dayAgo, dayAgo)
    const fresh = await storage.staging.receive(Readable.from([Buffer.from('new')]), 10)
    expect(await storage.staging.clear(new Date(Date.now() - 3_600_000))).toBe(1)
    expect(await storage.staging.adopt(fresh.path)).toEqual(fresh)
  })
})

describe('signatures', () => {
  it('refuses whoever has another secret, and bytes that are not those that were signed', async () => {
    const storage = createStorage({ folder, s3 })
    const staged = await storage.staging.receive(Readable.from([Buffer.from('signed')]), 10)
    const stranger = createS3Store({ ...s3, secretAccessKey: 'another' })
    await expect(stranger.delete(staged.sha256)).rejects.toMatchObject({ name: 'SignatureDoesNotMatch' })
    await writeFile(staged.path, 'forged')
    await expect(createS3Store(s3).put(staged)).rejects.toMatchObject({ name: 'XAmzContentSHA256Mismatch' })
    expect(server.objects.has(storedPath(staged.sha256))).toBe(false)
  })

  it('refuses what nobody signed', async () => {
    const answer = await fetch(`${server.url}/${keys.bucket}/?list-type=2`)
    expect(answer.status).toBe(403)
  })
})
