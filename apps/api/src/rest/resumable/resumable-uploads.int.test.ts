import { connect } from 'node:net'
import { formatId, parseId } from '@mozhou/contracts/ids'
import type { FileDto, FileSpaceDto, UnfinishedUploadDto } from '@mozhou/contracts/files/answers'
import { findUpload } from '@mozhou/domain/files/find-upload'
import { fileActs, noisePicture } from '@mozhou/domain/files/testing/file-acts'
import { svg } from '@mozhou/integrations/files/testing/hostile'
import { m4a, mp4 } from '@mozhou/integrations/files/testing/media-samples'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApi } from '../../testing/start-api.ts'
import type { TestApi } from '../../testing/start-api.ts'

let api: TestApi
let bearer: string
let userId: string
beforeAll(async () => {
  api = await startApi()
  ;({ accessToken: bearer, userId } = await api.signIn('creator'))
})
afterAll(() => api.close())

const base64 = (text: string) => Buffer.from(text).toString('base64')
const tus = (token = bearer): Record<string, string> => ({
  authorization: `Bearer ${token}`,
  'tus-resumable': '1.0.0',
})
const uploads = '/api/v1/files/uploads'
const ask = (method: string, path: string, headers: Record<string, string>, body?: Buffer, url = api.url) =>
  fetch(new URL(path, url), { method, headers, ...(body && { body: new Uint8Array(body) }) })

async function begin(bytes: number, more: Record<string, string> = {}): Promise<string> {
  const answer = await ask('POST', uploads, { ...tus(), 'upload-length': String(bytes), ...more })
  expect(answer.status).toBe(201)
  return answer.headers.get('location') ?? ''
}
const send = (path: string, offset: number, part: Buffer, url = api.url) =>
  ask(
    'PATCH',
    path,
    { ...tus(), 'content-type': 'application/offset+octet-stream', 'upload-offset': String(offset) },
    part,
    url,
  )
const stands = async (path: string, url = api.url) => {
  const { status, headers } = await ask('HEAD', path, tus(), undefined, url)
  return { status, offset: headers.get('upload-offset'), file: headers.get('upload-file') }
}
const refusal = async (answer: Response) => {
  const { error } = (await answer.json()) as { error: { code: string; fields: { path: string; rule: string }[] } }
  return { status: answer.status, code: error.code, fields: error.fields.map(({ path }) => path) }
}
const details = async (file: string | null) => {
  const { data } = await api.query('files.one', { bearer, input: { fileId: file ?? '' } })
  return data as FileDto
}

/** Sends the head of a part and some of its bytes, and then nothing more; the connection stays open. */
async function sendHalf(path: string, bytes: Buffer, half: number) {
  const socket = connect(Number(new URL(api.url).port), '127.0.0.1')
  const heads = { ...tus(), 'content-type': 'application/offset+octet-stream', 'upload-offset': '0' }
  const lines = Object.entries(heads).map(([name, value]) => `${name}: ${value}\r\n`)
  socket.on('error', () => undefined)
  socket.write(`PATCH ${path} HTTP/1.1\r\nhost: a\r\ncontent-length: ${bytes.length}\r\n${lines.join('')}\r\n`)
  socket.write(bytes.subarray(0, half))
  const uploadId = parseId('fileUpload', path.slice(path.lastIndexOf('/') + 1)) ?? ''
  await expect.poll(async () => (await findUpload(api.ctx, { userId, uploadId })).offset).toBe(half)
  return socket
}

describe('an upload in parts', () => {
  it('says what it speaks, to anybody', async () => {
    const { status, headers } = await ask('OPTIONS', uploads, {})
    expect(status).toBe(204)
    expect(Object.fromEntries(headers)).toMatchObject({
      'tus-version': '1.0.0',
      'tus-extension': 'creation,expiration,termination',
      'tus-max-size': '500000000',
    })
  })

  it('is a file when its last byte has come, and says so to whoever asks again', async () => {
    const bytes = mp4(200_000)
    const path = await begin(bytes.length, { 'upload-metadata': `name ${base64('春天.mp4')},kind ${base64('video')}` })
    expect(path).toMatch(/^\/api\/v1\/files\/uploads\/upl_/)
    const first = await send(path, 0, bytes.subarray(0, 90_000))
    expect([first.status, first.headers.get('upload-offset'), first.headers.get('upload-file')]).toEqual([
      204,
      '90000',
      null,
    ])
    expect(Date.parse(first.headers.get('upload-expires') ?? '')).toBeGreaterThan(Date.now() + 23 * 3_600_000)
    const last = await send(path, 90_000, bytes.subarray(90_000))
    const file = last.headers.get('upload-file')
    expect(await details(file)).toMatchObject({ kind: 'video', name: '春天.mp4', bytes: bytes.length })
    expect(await stands(path)).toEqual({ status: 200, offset: String(bytes.length), file })
    const repeat = await send(path, bytes.length, Buffer.alloc(0))
    expect([repeat.status, repeat.headers.get('upload-file')]).toEqual([204, file])
  })

  it('plays in a page, in ranges', async () => {
    const bytes = m4a()
    const last = await send(await begin(bytes.length), 0, bytes)
    const link = await api.mutate('files.link', {
      bearer,
      input: { fileId: last.headers.get('upload-file') ?? '', use: 'show' },
    })
    const shown = await fetch(new URL((link.data as { url: string }).url, api.url), { headers: { range: 'bytes=4-7' } })
    expect([shown.status, await shown.text()]).toEqual([206, 'ftyp'])
    expect(Object.fromEntries(shown.headers)).toMatchObject({
      'content-type': 'audio/mp4',
      'content-disposition': expect.stringContaining('inline'),
      'x-content-type-options': 'nosniff',
    })
  })

  it('goes on after a connection that broke, and over one that only seems to live', async () => {
    const bytes = mp4(100_000)
    const path = await begin(bytes.length)
    const broken = await sendHalf(path, bytes, 40_000)
    broken.destroy()
    expect(await stands(path)).toMatchObject({ offset: '40000', file: null })
    const other = await begin(bytes.length)
    // Nobody has told us that this one is dead.
    const silent = await sendHalf(other, bytes, 30_000)
    expect(await stands(other)).toMatchObject({ status: 200, offset: '30000' })
    for (const [at, offset] of [
      [path, 40_000],
      [other, 30_000],
    ] as const)
      expect((await send(at, offset, bytes.subarray(offset))).headers.get('upload-file')).toMatch(/^fil_/)
    silent.destroy()
  })

  it('goes on in another process, from what the first had written', async () => {
    const bytes = mp4(60_000)
    const path = await begin(bytes.length)
    const silent = await sendHalf(path, bytes, 20_000)
    const next = await startApi({ deps: { domain: api.ctx } })
    try {
      expect(await stands(path, next.url)).toMatchObject({ offset: '20000' })
      const last = await send(path, 20_000, bytes.subarray(20_000), next.url)
      const fileId = parseId('file', last.headers.get('upload-file') ?? '') ?? ''
      expect((await fileActs(api.ctx).read(fileId)).bytes.equals(bytes)).toBe(true)
    } finally {
      silent.destroy()
      await next.close()
    }
  })

  it('is not confused by two that send at once: the last has the word', async () => {
    const bytes = await noisePicture(300)
    const path = await begin(bytes.length)
    const answers = await Promise.allSettled(Array.from({ length: 6 }, () => send(path, 0, bytes)))
    const told = answers.flatMap((one) => (one.status === 'fulfilled' ? [one.value.status] : []))
    for (const status of told) expect([204, 400, 409]).toContain(status)
    const { offset, file } = await stands(path)
    const last = file ?? (await send(path, Number(offset), bytes.subarray(Number(offset)))).headers.get('upload-file')
    const fileId = parseId('file', last ?? '') ?? ''
    expect((await details(last)).width).toBe(300)
    expect((await fileActs(api.ctx).read(fileId)).bytes.length).toBeGreaterThan(0)
  })

  it('given up is gone, and gives its space back', async () => {
    const held = async () => {
      const { data } = await api.query('files.space', { bearer })
      return (data as FileSpaceDto).heldBytes
    }
    const before = await held()
    const path = await begin(5_000)
    expect(await held()).toBe(before + 5_000)
    expect((await ask('DELETE', path, tus())).status).toBe(204)
    expect(await held()).toBe(before)
    expect((await stands(path)).status).toBe(404)
    expect(await refusal(await ask('DELETE', path, tus()))).toMatchObject({ status: 404, code: 'UPLOAD_NOT_FOUND' })
    expect(await held()).toBe(before)
  })

  it('is listed while it is not finished, to its owner alone, until it is given up, also while another sends it', async () => {
    const person = await api.signIn('creator')
    const own = tus(person.accessToken)
    const listed = async (token: string) => {
      const answer = await ask('GET', uploads, { authorization: `Bearer ${token}` })
      expect(answer.status).toBe(200)
      return (await answer.json()) as UnfinishedUploadDto[]
    }
    const metadata = `name ${base64('旁白.wav')},modifiedAt ${base64('2026-11-27T16:00:00.5+08:00')}`
    const begun = await ask('POST', uploads, { ...own, 'upload-length': '900', 'upload-metadata': metadata })
    const path = begun.headers.get('location') ?? ''
    const part = { ...own, 'content-type': 'application/offset+octet-stream', 'upload-offset': '0' }
    expect((await ask('PATCH', path, part, Buffer.alloc(300))).status).toBe(204)
    expect(await listed(person.accessToken)).toMatchObject([
      {
        id: path.slice(path.lastIndexOf('/') + 1),
        name: '旁白.wav',
        bytes: 900,
        receivedBytes: 300,
        modifiedAt: '2026-11-27T08:00:00.500Z',
      },
    ])
    expect(await listed((await api.signIn('creator')).accessToken)).toEqual([])
    expect((await ask('DELETE', path, own)).status).toBe(204)
    expect(await listed(person.accessToken)).toEqual([])
    // Another page of theirs that was still sending hears that it is over.
    const late = await ask('PATCH', path, { ...part, 'upload-offset': '300' }, Buffer.alloc(10))
    expect(await refusal(late)).toMatchObject({ status: 404, code: 'UPLOAD_NOT_FOUND' })
    const put = await ask('PUT', uploads, own)
    expect([put.status, put.headers.get('allow')]).toEqual([405, 'GET, POST, HEAD, OPTIONS'])
  })
})

describe('refused is', () => {
  it('another version, another type, and a head that says nothing', async () => {
    const old = await ask('POST', uploads, { ...tus(), 'tus-resumable': '0.2.2', 'upload-length': '3' })
    expect(old.headers.get('tus-version')).toBe('1.0.0')
    expect(await refusal(old)).toMatchObject({ status: 412, code: 'UPLOAD_PROTOCOL' })
    const path = await begin(3)
    const json = await ask('PATCH', path, { ...tus(), 'content-type': 'application/json' }, Buffer.from('{}'))
    expect(await refusal(json)).toMatchObject({ status: 415 })
    const headless = { ...tus(), 'content-type': 'application/offset+octet-stream' }
    expect(await refusal(await ask('PATCH', path, headless, Buffer.from('x')))).toMatchObject({
      status: 400,
      fields: ['upload-offset'],
    })
    for (const [header, value, field] of [
      ['upload-length', '-1', 'upload-length'],
      ['upload-length', '500000001', 'upload-length'],
      ['upload-metadata', 'name %%%', 'upload-metadata'],
      ['upload-metadata', `kind ${base64('film')}`, 'kind'],
      ['upload-metadata', `modifiedAt ${base64('yesterday')}`, 'modifiedAt'],
    ] as const)
      expect(
        await refusal(await ask('POST', uploads, { ...tus(), 'upload-length': '3', [header]: value })),
      ).toMatchObject({ status: 400, code: 'VALIDATION_FAILED', fields: [field] })
  })

  it('a part that does not go on where it stands, and one that is too long', async () => {
    const path = await begin(10)
    expect(await refusal(await send(path, 4, Buffer.alloc(2)))).toMatchObject({
      status: 409,
      code: 'UPLOAD_OFFSET_DIFFERS',
    })
    expect(await refusal(await send(path, 0, Buffer.alloc(11)))).toMatchObject({
      status: 400,
      fields: ['upload-length'],
    })
    expect((await stands(path)).offset).toBe('0')
  })

  it('what the bytes turn out to be, at the last part and at every question after', async () => {
    const path = await begin(svg().length, { 'upload-metadata': `filename ${base64('a.mp4')}` })
    expect(await refusal(await send(path, 0, svg()))).toMatchObject({ status: 415, code: 'FILE_TYPE_REFUSED' })
    expect((await stands(path)).status).toBe(415)
  })

  it('whoever is a stranger, has another scope, or comes from another page', async () => {
    const path = await begin(10)
    const stranger = await api.signIn('creator')
    expect((await ask('HEAD', path, tus(stranger.accessToken))).status).toBe(404)
    expect((await ask('DELETE', path, tus(stranger.accessToken))).status).toBe(404)
    expect((await ask('HEAD', path, { 'tus-resumable': '1.0.0' })).status).toBe(401)
    expect((await ask('HEAD', `${uploads}/upl_nothing`, tus())).status).toBe(400)
    const created = await api.mutate('apiKeys.create', { bearer, input: { name: 'k', scopes: ['files:read'] } })
    const { key } = created.data as { key: string }
    expect((await ask('HEAD', path, tus(key))).status).toBe(403)
    const web = await api.signIn('creator', 'web')
    const cookie = { cookie: `mz_web_access=${web.accessToken}`, 'x-mozhou-app': 'web', 'tus-resumable': '1.0.0' }
    expect(await refusal(await ask('POST', uploads, { ...cookie, 'upload-length': '3' }))).toMatchObject({
      code: 'ORIGIN_REJECTED',
    })
    const own = await ask('POST', uploads, { ...cookie, 'upload-length': '3', origin: 'http://web.test' })
    expect(own.status).toBe(201)
    // As browsers ask where it stands: without an origin.
    expect((await ask('HEAD', own.headers.get('location') ?? '', cookie)).status).toBe(200)
    expect((await ask('DELETE', own.headers.get('location') ?? '', cookie)).status).toBe(403)
  })
})

it('begins once under one key', async () => {
  const keyed = { 'idempotency-key': 'film-1' }
  const [first, second] = [await begin(70, keyed), await begin(70, keyed)]
  expect(first).toBe(second)
  expect(first).toContain(formatId('fileUpload', parseId('fileUpload', first.slice(first.lastIndexOf('/') + 1)) ?? ''))
})
