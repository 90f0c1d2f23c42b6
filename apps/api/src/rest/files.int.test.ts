import { connect } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { formatId, parseId } from '@mozhou/contracts/ids'
import type { FileDto, FileLinkDto, FileSpaceDto } from '@mozhou/contracts/files/answers'
import { signFileLink } from '@mozhou/domain/files/file-links'
import { fileActs, noisePicture } from '@mozhou/domain/files/testing/file-acts'
import { docx, svg, zipBomb } from '@mozhou/integrations/files/testing/hostile'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApi } from '../testing/start-api.ts'
import type { TestApi } from '../testing/start-api.ts'

let api: TestApi
let bearer: string
let userId: string
let picture: Buffer
beforeAll(async () => {
  api = await startApi()
  ;({ accessToken: bearer, userId } = await api.signIn('creator'))
  picture = await noisePicture(200)
})
afterAll(() => api.close())

interface Sent {
  status: number
  headers: Headers
  body: FileDto & {
    error?: { code: string; params: Record<string, unknown>; fields: { path: string; rule: string }[] }
  }
}

const headersOf = (token: string): Record<string, string> => ({ authorization: `Bearer ${token}` })
async function sent(answer: Response): Promise<Sent> {
  return { status: answer.status, headers: answer.headers, body: (await answer.json()) as Sent['body'] }
}
const put = async (bytes: Buffer, search = '', headers: Record<string, string> = headersOf(bearer)) =>
  sent(await fetch(`${api.url}/api/v1/files${search}`, { method: 'PUT', body: new Uint8Array(bytes), headers }))
const post = async (form: FormData, search = '', token = bearer) =>
  sent(await fetch(`${api.url}/api/v1/files${search}`, { method: 'POST', body: form, headers: headersOf(token) }))
const formOf = (bytes: Buffer, name: string, fields: Record<string, string> = {}) => {
  const form = new FormData()
  for (const [key, value] of Object.entries(fields)) form.set(key, value)
  form.set('file', new Blob([new Uint8Array(bytes)]), name)
  return form
}
const upload = async () => {
  const { body } = await put(picture, '?name=春天.png')
  return parseId('file', body.id) ?? ''
}

describe('an upload', () => {
  it('is taken as a form, with the name that its sender gives it', async () => {
    const { status, body } = await post(formOf(picture, '..\\春 天.JPG', { kind: 'picture' }))
    expect(status).toBe(200)
    expect(body).toMatchObject({ kind: 'picture', name: '春 天.png', mediaType: 'image/png', width: 200, height: 200 })
  })

  it('is taken as the body itself', async () => {
    const { status, body } = await put(docx(), '?name=报告.docx')
    expect(status).toBe(200)
    expect(body).toMatchObject({ kind: 'document', name: '报告.docx', thumbnails: null })
  })

  it('is one file, however often its key comes', async () => {
    const keyed = { ...headersOf(bearer), 'idempotency-key': 'cover-1' }
    const [first, second] = [await put(picture, '', keyed), await put(picture, '', keyed)]
    expect(first.body.id).toBe(second.body.id)
  })

  it('is refused, naming the field and the rule', async () => {
    const refused = [
      [await put(svg()), 415, 'FILE_TYPE_REFUSED'],
      [await put(zipBomb(40_000_000)), 400, 'FILE_ZIP_REFUSED'],
      [await put(docx(), '?kind=picture'), 415, 'FILE_KIND_DIFFERS'],
      [await put(Buffer.alloc(0)), 400, 'FILE_EMPTY'],
    ] as const
    for (const [{ status, body }, wanted, code] of refused) {
      expect([status, body.error?.code]).toEqual([wanted, code])
      expect(body.error?.params['field']).toBe('file')
    }
    const empty = new FormData()
    empty.set('name', 'x')
    const two = formOf(picture, 'a.png')
    two.append('file', new Blob([new Uint8Array(picture)]), 'b.png')
    for (const [form, rule] of [
      [empty, 'required'],
      [two, 'too_big'],
    ] as const) {
      const { status, body } = await post(form)
      expect(status).toBe(400)
      expect(body.error).toMatchObject({ code: 'VALIDATION_FAILED', fields: [{ path: 'file', rule }] })
    }
    const wrong = await put(picture, '?kind=film')
    expect(wrong.body.error?.fields).toMatchObject([{ path: 'kind' }])
    expect((await put(picture, '?size=3')).body.error?.fields).toMatchObject([
      { path: 'size', rule: 'unrecognized_keys' },
    ])
  })

  it('tells that it is too large, in words, while the sender is still sending', async () => {
    const large = Buffer.alloc(31_000_000, 7)
    expect((await put(large, '?kind=document')).body.error).toMatchObject({
      code: 'FILE_TOO_LARGE',
      params: { field: 'file', maximum: 30 },
    })
    // In a form nobody says how long the file is.
    const { status, body } = await post(formOf(large, 'a.docx', { kind: 'document' }))
    expect([status, body.error?.code]).toEqual([413, 'FILE_TOO_LARGE'])
  })

  it('is for who is signed in, with the scope, and from our own pages', async () => {
    expect((await put(picture, '', {})).status).toBe(401)
    const created = await api.mutate('apiKeys.create', { bearer, input: { name: 'k', scopes: ['files:read'] } })
    const { key } = created.data as { key: string }
    expect((await put(picture, '', headersOf(key))).body.error?.code).toBe('API_KEY_SCOPE_MISSING')
    const web = await api.signIn('creator', 'web')
    const cookie = { cookie: `mz_web_access=${web.accessToken}`, 'x-mozhou-app': 'web' }
    expect((await put(picture, '', cookie)).body.error?.code).toBe('ORIGIN_REJECTED')
    expect((await put(picture, '', { ...cookie, origin: 'http://web.test' })).status).toBe(200)
  })

  it('that breaks off leaves nothing', async () => {
    const before = await fileActs(api.ctx).stored()
    const socket = connect(Number(new URL(api.url).port), '127.0.0.1')
    socket.write(
      `PUT /api/v1/files HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer ${bearer}\r\nContent-Length: 100000\r\n\r\n${'x'.repeat(5_000)}`,
    )
    await setTimeout(200)
    socket.destroy()
    await setTimeout(200)
    expect(await fileActs(api.ctx).stored()).toEqual(before)
    expect(await api.ctx.staging.clear(new Date(Date.now() + 60_000))).toBe(0)
  })
})

describe('a link', () => {
  it('leads to the bytes, with headers under which they stay data', async () => {
    const fileId = await upload()
    const answer = await fetch(`${api.url}/api/v1/files/${formatId('file', fileId)}?use=show`, {
      headers: headersOf(bearer),
      redirect: 'manual',
    })
    expect(answer.status).toBe(302)
    const shown = await fetch(new URL(answer.headers.get('location') ?? '', api.url))
    expect(shown.status).toBe(200)
    expect(Object.fromEntries(shown.headers)).toMatchObject({
      'content-type': 'image/png',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'content-disposition': `inline; filename="file.png"; filename*=UTF-8''%E6%98%A5%E5%A4%A9.png`,
      'accept-ranges': 'bytes',
    })
    expect(shown.headers.get('etag')).toMatch(/^"[0-9a-f]{64}"$/)
    expect(shown.headers.get('set-cookie')).toBeNull()
    const bytes = Buffer.from(await shown.arrayBuffer())
    expect(bytes.equals((await fileActs(api.ctx).read(fileId)).bytes)).toBe(true)
  })

  it('serves ranges, and says when there is nothing new or nothing there', async () => {
    const fileId = await upload()
    const { data } = await api.mutate('files.link', { bearer, input: { fileId: formatId('file', fileId) } })
    const { url } = data as FileLinkDto
    const get = (headers: Record<string, string>) => fetch(new URL(url, api.url), { headers })
    const whole = Buffer.from(await (await get({})).arrayBuffer())
    const etag = (await get({})).headers.get('etag') ?? ''
    const part = await get({ range: 'bytes=10-19' })
    expect(part.status).toBe(206)
    expect(part.headers.get('content-range')).toBe(`bytes 10-19/${whole.length}`)
    expect(Buffer.from(await part.arrayBuffer()).equals(whole.subarray(10, 20))).toBe(true)
    const beyond = await get({ range: `bytes=${whole.length}-` })
    expect([beyond.status, beyond.headers.get('content-range')]).toEqual([416, `bytes */${whole.length}`])
    expect((await get({ 'if-none-match': etag })).status).toBe(304)
    expect((await get({ range: 'bytes=0-1', 'if-range': '"other"' })).status).toBe(200)
    expect((await get({ range: 'bytes=0-1', 'if-range': etag })).status).toBe(206)
  })

  it('that was changed, or is of a file that is gone, leads nowhere', async () => {
    const fileId = await upload()
    const input = { fileId: formatId('file', fileId) }
    const { url } = (await api.mutate('files.link', { bearer, input })).data as FileLinkDto
    const get = async (to: string) => sent(await fetch(new URL(to, api.url)))
    expect((await get(url.replace('use=download', 'use=show'))).body.error?.code).toBe('FILE_LINK_INVALID')
    const other = formatId('file', await upload())
    expect((await get(url.replace(input.fileId, other))).status).toBe(403)
    expect((await get(`/f/${input.fileId}`)).status).toBe(403)
    expect((await get('/f/..%2F..%2Fetc%2Fpasswd')).status).toBe(403)
    await api.mutate('files.remove', { bearer, input: { fileIds: [input.fileId] } })
    expect((await get(url)).body.error?.code).toBe('FILE_NOT_FOUND')
    await api.mutate('files.restore', { bearer, input: { fileIds: [input.fileId] } })
    expect((await fetch(new URL(url, api.url))).status).toBe(200)
  })

  it('that has ended leads nowhere, whatever end somebody writes into it', async () => {
    const fileId = await upload()
    const hourAgo = { now: () => new Date(Date.now() - 3_600_000) }
    const { url } = signFileLink({ ...api.ctx, clock: hourAgo }, { fileId, part: 'file', use: 'show' })
    const get = async (to: string) => sent(await fetch(new URL(to, api.url)))
    expect(await get(url)).toMatchObject({ status: 403, body: { error: { code: 'FILE_LINK_EXPIRED' } } })
    const later = url.replace(/expires=\d+/, `expires=${Math.ceil(Date.now() / 1_000) + 600}`)
    expect(await get(later)).toMatchObject({ status: 403, body: { error: { code: 'FILE_LINK_INVALID' } } })
  })

  it('leads to a picture in the format and size asked for, and names what it does not know', async () => {
    const large = await post(formOf(await noisePicture(900), 'a.png'))
    const get = (search: string) =>
      fetch(`${api.url}/api/v1/files/${large.body.id}?${search}`, { headers: headersOf(bearer), redirect: 'manual' })
    const answer = await get('format=jpeg&size=720')
    expect(answer.status).toBe(302)
    const made = await fetch(new URL(answer.headers.get('location') ?? '', api.url))
    expect(made.headers.get('content-type')).toBe('image/jpeg')
    expect(made.headers.get('content-disposition')).toContain('.jpg')
    for (const [search, path] of [
      ['format=gif', 'format'],
      ['size=719', 'size'],
    ] as const)
      expect((await sent(await get(search))).body.error?.fields).toMatchObject([{ path }])
  })

  it("is not made for somebody else's file", async () => {
    const file = formatId('file', await upload())
    const stranger = await api.signIn('creator')
    const answer = await fetch(`${api.url}/api/v1/files/${file}`, { headers: headersOf(stranger.accessToken) })
    expect((await sent(answer)).body.error?.code).toBe('FILE_NOT_FOUND')
    const link = await api.mutate('files.link', { bearer: stranger.accessToken, input: { fileId: file } })
    expect(link.error?.code).toBe('FILE_NOT_FOUND')
  })
})

it('takes a generated picture without the visible mark only with the words that are in force', async () => {
  const fileId = formatId('file', await fileActs(api.ctx).generate(userId, picture))
  const take = (acceptedTerms: string) => api.mutate('files.takeUnmarked', { bearer, input: { fileId, acceptedTerms } })
  expect((await take('2020-01')).error?.code).toBe('VALIDATION_FAILED')
  const { url } = (await take('2026-12')).data as FileLinkDto
  const answer = await fetch(new URL(url, api.url))
  expect(answer.headers.get('content-disposition')).toContain('attachment')
  expect(Buffer.from(await answer.arrayBuffer()).includes('TC260:AIGC')).toBe(true)
})

it('tells operators what somebody’s files come to, and shows them none', async () => {
  const operator = await api.signIn('operator', 'admin')
  const input = { userId: formatId('user', userId) }
  const space = await api.query('files.spaceOf', {
    app: 'admin',
    cookies: `mz_admin_access=${operator.accessToken}`,
    input,
  })
  expect((space.data as FileSpaceDto).usedBytes).toBeGreaterThan(0)
  expect(JSON.stringify(space.data)).not.toContain('/f/')
})
