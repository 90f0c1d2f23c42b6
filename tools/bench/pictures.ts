import { mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { noisePicture } from '@mozhou/domain/files/testing/file-acts'
import { runPictureTask } from '@mozhou/integrations/files/picture-tasks'
import type { PictureTask } from '@mozhou/integrations/files/picture-tasks'
import { createStorage } from '@mozhou/integrations/storage/registry'
import sharp from 'sharp'
import { percentile } from './percentile.ts'

export interface PictureCostRow {
  work: string
  /** Of a processor, in milliseconds, p50. */
  cpuMs: number
  /** Against decoding the same picture once. */
  ratio: number
}

export interface DiskRow {
  storedMegabytesPerSecond: number
  /** The same bytes written and flushed in one go, by Node alone. */
  plainMegabytesPerSecond: number
  ratio: number
}

const rounds = 12
const side = { width: 1_536, height: 1_024 }

/** What becomes of a picture of 1536 × 1024, work by work, on one thread. */
export async function benchPictures(): Promise<PictureCostRow[]> {
  const folder = await mkdtemp(join(tmpdir(), 'mozhou-bench-'))
  sharp.cache(false)
  sharp.concurrency(1)
  try {
    const source = join(folder, 'source.jpg')
    const noise = await noisePicture(512)
    await sharp(noise).resize(side.width, side.height, { fit: 'fill' }).jpeg({ quality: 92 }).toFile(source)
    const to = (name: string) => join(folder, name)
    const paths = { to: to('made'), thumbnails: { card: to('card'), icon: to('icon') } }
    const picture = { source, type: 'image/jpeg' as const, ...paths }
    const label = { producer: '墨舟', contentId: 'gen_bench' }
    const run = (task: PictureTask) => runPictureTask(task)
    const rows = [
      await measure('decoded', () => sharp(source).raw().toBuffer()),
      await measure('thumbnail of 480 pixels', () =>
        sharp(source).resize(480, 480, { fit: 'inside' }).webp({ quality: 78 }).toBuffer(),
      ),
      await measure('upload: cleaned, with both thumbnails', () => run({ name: 'clean', task: picture })),
      await measure('generated: both marks, with both thumbnails', () =>
        run({ name: 'deliver', task: { ...picture, label } }),
      ),
      await measure('the implicit mark alone', () => run({ name: 'label', task: { ...picture, label } })),
    ]
    const yardstick = rows[0]?.cpuMs ?? 1
    return rows.map((row) => ({ ...row, ratio: row.cpuMs / yardstick }))
  } finally {
    await rm(folder, { recursive: true })
  }
}

async function measure(work: string, once: () => Promise<unknown>): Promise<Omit<PictureCostRow, 'ratio'>> {
  const taken: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const before = process.cpuUsage()
    await once()
    const { user, system } = process.cpuUsage(before)
    taken.push((user + system) / 1_000)
  }
  return { work, cpuMs: percentile(taken.slice(2), 0.5) }
}

const megabytes = 200

/** Bytes through staging, hash and store to the disk, against writing them there. */
export async function benchDisk(): Promise<DiskRow> {
  const folder = await mkdtemp(join(tmpdir(), 'mozhou-bench-'))
  const { staging, fileStore } = createStorage({ folder, s3: null })
  const piece = Buffer.alloc(1_000_000, 7)
  const bytes = () => Readable.from(Array.from({ length: megabytes }, () => piece))
  try {
    const plainMs = await timed(async () => {
      const file = await open(join(folder, 'plain'), 'w')
      for await (const one of bytes()) await file.write(one as Buffer)
      await file.sync()
      await file.close()
    })
    const storedMs = await timed(async () => fileStore.put(await staging.receive(bytes(), megabytes * 1_000_000)))
    const perSecond = (ms: number) => megabytes / (ms / 1_000)
    return {
      storedMegabytesPerSecond: perSecond(storedMs),
      plainMegabytesPerSecond: perSecond(plainMs),
      ratio: plainMs / storedMs,
    }
  } finally {
    await rm(folder, { recursive: true })
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}
