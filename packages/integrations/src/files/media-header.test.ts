import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { examineFile } from './examine-file.ts'
import * as media from './testing/media-samples.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mozhou-media-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function examine(bytes: Buffer) {
  const path = join(folder, 'media')
  await writeFile(path, bytes)
  return examineFile(path)
}

it.each<[string, () => Buffer, string, string]>([
  ['MP4', () => media.mp4(), 'video', 'video/mp4'],
  [
    'MP4 whose samples come first',
    () => media.movie('mp42', ['soun', 'vide'], { isDataFirst: true }),
    'video',
    'video/mp4',
  ],
  ['MP4 with samples of 64 bits', media.longMovie, 'video', 'video/mp4'],
  ['MOV', () => media.movie('qt  ', ['vide', 'tmcd']), 'video', 'video/quicktime'],
  ['M4A', media.m4a, 'audio', 'audio/mp4'],
  ['M4A with a cover', () => media.movie('M4A ', ['soun', 'vide']), 'audio', 'audio/mp4'],
  ['sound in MP4', () => media.movie('isom', ['soun']), 'audio', 'audio/mp4'],
  ['WebM', () => media.webm(), 'video', 'video/webm'],
  ['WebM as it is recorded', () => media.webm([1], { isOpen: true }), 'video', 'video/webm'],
  ['MP3', () => media.mp3(), 'audio', 'audio/mpeg'],
  ['MP3 behind a tag', () => media.mp3(4, 500), 'audio', 'audio/mpeg'],
  ['WAV', () => media.wav(), 'audio', 'audio/wav'],
])('tells %s by its container', async (_what, bytes, kind, type) => {
  expect(await examine(bytes())).toMatchObject({ kind, type })
})

it.each<[string, Parameters<typeof media.film>[0], Record<string, unknown>]>([
  ['upright', {}, { width: 1_080, height: 1_920, seconds: 12, videoCodec: 'h264', audioCodec: 'aac' }],
  ['turned by its matrix', { isTurned: true, width: 720, height: 1_280 }, { width: 720, height: 1_280 }],
  [
    'silent HEVC',
    { codec: 'hvc1', hasSound: false, seconds: 1.5 },
    { seconds: 1.5, videoCodec: 'hevc', audioCodec: null },
  ],
])('measures a film: %s', async (_what, given, facts) => {
  expect(await examine(media.film(given))).toMatchObject({ kind: 'video', film: facts })
})

it.each<[string, () => Buffer]>([
  ['without a length', () => media.film({ seconds: 0 })],
  ['without a size', () => media.film({ width: 0 })],
  ['without its samples', () => media.mp4()],
  ['WebM', () => media.webm()],
])('says that it knows nothing of one %s', async (_what, bytes) => {
  expect(await examine(bytes())).toMatchObject({ kind: 'video', film: null })
})

it.each<[string, () => Buffer, string]>([
  ['an MP4 that was cut off', () => media.mp4().subarray(0, -1), 'FILE_DAMAGED'],
  ['an MP4 without a movie', () => media.box('ftyp', 'isom', Buffer.alloc(4)), 'FILE_DAMAGED'],
  ['a movie without tracks', () => media.movie('isom', []), 'FILE_TYPE_REFUSED'],
  ['HEIC, which is a picture', () => media.movie('heic', ['pict']), 'FILE_TYPE_REFUSED'],
  ['a page that begins like an MP4', () => media.box('ftyp', 'isom<script>alert(1)</script>'), 'FILE_DAMAGED'],
  ['Matroska', () => media.webm([1], { docType: 'matroska' }), 'FILE_TYPE_REFUSED'],
  ['sound alone in WebM', () => media.webm([2]), 'FILE_TYPE_REFUSED'],
  ['a WebM that was cut off', () => media.webm().subarray(0, -1), 'FILE_DAMAGED'],
  ['what only begins like a WebM', () => Buffer.from('1a45dfa3a3', 'hex'), 'FILE_DAMAGED'],
  ['two frames that look like MP3', () => media.mp3(2), 'FILE_TYPE_REFUSED'],
  ['a tag without a sound behind it', () => Buffer.concat([media.mp3(0, 300), Buffer.alloc(900)]), 'FILE_DAMAGED'],
  ['a WAV that was cut off', () => media.wav().subarray(0, -1), 'FILE_DAMAGED'],
  ['a WAV of another coding', () => media.wav(0x55), 'FILE_TYPE_REFUSED'],
  ['AVI', () => Buffer.from('RIFF\u0004\0\0\0AVI LIST', 'latin1'), 'FILE_TYPE_REFUSED'],
  [
    'boxes that say they have no size',
    () => Buffer.concat([media.box('ftyp', 'isom'), Buffer.from('0000000266726565', 'hex')]),
    'FILE_DAMAGED',
  ],
])('refuses %s', async (_what, bytes, code) => {
  await expect(examine(bytes())).rejects.toMatchObject({ code, params: { field: 'file' } })
})

it('ends soon with whatever comes, cut and bent anywhere', async () => {
  for (const sample of [
    media.mp4(),
    media.film(),
    media.webm(),
    media.webm([1], { isOpen: true }),
    media.mp3(4, 200),
    media.wav(),
  ])
    for (let round = 0; round < 120; round += 1) {
      const bent = Buffer.from(sample.subarray(0, 12 + ((round * 37) % sample.length)))
      bent[(round * 53) % bent.length] = (round * 29) % 256
      await examine(bent).catch((cause: unknown) => expect(cause).toMatchObject({ name: 'AppError' }))
    }
})
