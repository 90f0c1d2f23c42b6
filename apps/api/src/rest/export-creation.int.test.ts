import { formatId } from '@mozhou/contracts/ids'
import { addWork } from '@mozhou/domain/creations/testing/add-work'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { documentedOperations } from '../testing/documented-operations.ts'
import { startApi } from '../testing/start-api.ts'
import type { TestApi } from '../testing/start-api.ts'
import { documentIn } from './openapi/serve-document.ts'

let api: TestApi
let person: Awaited<ReturnType<TestApi['signIn']>>
let work: Awaited<ReturnType<typeof addWork>>
beforeAll(async () => {
  api = await startApi()
  person = await api.signIn('creator')
  work = await addWork(api.ctx, person.userId, { title: '城市\u202e夜跑：入门/指南' })
})
afterAll(() => api.close())

const download = (search: string, accessToken = person.accessToken, id = formatId('creation', work.creationId)) =>
  fetch(`${api.url}/api/v1/creations/${id}/export?${search}`, { headers: { authorization: `Bearer ${accessToken}` } })

describe('a download', () => {
  it.each([
    ['md', 'text/markdown'],
    ['html', 'text/html'],
    ['txt', 'text/plain'],
    ['docx', 'application/vnd.openxmlformats'],
  ])('as %s has its type, its name and its text', async (format, type) => {
    const response = await download(`format=${format}`)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toContain(type)
    const disposition = response.headers.get('content-disposition') ?? ''
    expect(disposition).toContain(`filename="creation.${format}"`)
    expect(decodeURIComponent(disposition.split("UTF-8''")[1] ?? '')).toBe(`城市 夜跑：入门 指南.${format}`)
    const bytes = new Uint8Array(await response.arrayBuffer())
    const text = new TextDecoder().decode(bytes)
    if (format === 'docx') expect(text.slice(0, 2)).toBe('PK')
    else {
      expect(text).toContain('夜跑让人安静。')
      expect(text).toContain('人工智能（AI）生成')
    }
  })

  it('without the label is noted as such', async () => {
    const text = await (await download('format=md&label=off')).text()
    expect(text).not.toContain('人工智能（AI）')
    const last = await api.ctx.prisma.creationExport.findFirst({ orderBy: { createdAt: 'desc' } })
    expect(last).toMatchObject({ format: 'md', isLabelled: false, userId: person.userId, versionId: work.versionId })
  })

  it('holds the working notes only when they are asked for, and the label either way', async () => {
    const result = { body: '改好的正文。', changes: ['删去重复的一句'] }
    const { creationId } = await addWork(api.ctx, person.userId, { tool: 'rewrite', title: '改写', result })
    const id = formatId('creation', creationId)
    const bare = await (await download('format=md', person.accessToken, id)).text()
    expect(bare).toContain('改好的正文。')
    expect(bare).not.toMatch(/改动说明|删去重复/u)
    const whole = await (await download('format=md&notes=true', person.accessToken, id)).text()
    expect(whole).toContain('## 改动说明\n\n- 删去重复的一句')
    for (const text of [bare, whole]) expect(text).toContain('人工智能（AI）生成')
  })

  it('of one version is that version', async () => {
    const response = await download(`format=txt&version=${formatId('version', work.versionId)}`)
    expect(await response.text()).toContain('起跑')
  })

  it.each([
    ['format=pdf', 400, 'VALIDATION_FAILED'],
    ['', 400, 'VALIDATION_FAILED'],
    ['format=md&notes=yes', 400, 'VALIDATION_FAILED'],
    ['format=md&version=ver_1', 400, 'VALIDATION_FAILED'],
    [`format=md&version=${formatId('version', '01920000-0000-7000-8000-000000000000')}`, 404, 'VERSION_NOT_FOUND'],
  ])('with %s answers %i', async (search, status, code) => {
    const response = await download(search)
    expect(response.status).toBe(status)
    expect(await response.json()).toMatchObject({ error: { code } })
  })

  it('is made one at a time for a person, who may wait for four more, and for nobody who has left', async () => {
    const end = Promise.withResolvers<void>()
    const signals: (AbortSignal | undefined)[] = []
    const slow = await startApi({
      deps: {
        domain: api.ctx,
        writeDocument: async (_format, _document, signal) => {
          signals.push(signal)
          await Promise.race([end.promise, new Promise((resolve) => signal?.addEventListener('abort', resolve))])
          signal?.throwIfAborted()
          return new Uint8Array(1)
        },
      },
    })
    const leave = new AbortController()
    const ask = (token: string, id: string) =>
      fetch(`${slow.url}/api/v1/creations/${id}/export?format=txt`, {
        headers: { authorization: `Bearer ${token}` },
        signal: leave.signal,
      })
    const mine = formatId('creation', work.creationId)
    // Five may wait, whichever of the six came last.
    const waiting = Array.from({ length: 6 }, () => ask(person.accessToken, mine))
    const refused = await Promise.any(waiting)
    expect(await refused.json()).toMatchObject({ error: { code: 'EXPORT_UNAVAILABLE' } })
    await expect.poll(() => signals.length).toBe(1)
    const other = await api.signIn('creator')
    const { creationId } = await addWork(api.ctx, other.userId, { title: '别人的' })
    const theirs = ask(other.accessToken, formatId('creation', creationId)).catch(() => null)
    await expect.poll(() => signals.length).toBe(2)
    leave.abort()
    await Promise.allSettled([...waiting, theirs])
    await expect.poll(() => signals.every((signal) => signal?.aborted)).toBe(true)
    end.resolve()
    await slow.close()
  })

  it('is not for others, nor for anyone not signed in', async () => {
    const stranger = await api.signIn('creator')
    expect((await download('format=md', stranger.accessToken)).status).toBe(404)
    expect((await download('format=md', 'none')).status).toBe(401)
  })
})

it('of a work without a text is refused as the document says', async () => {
  const [id, now] = [api.ctx.newId(), api.ctx.clock.now()]
  const row = { id, userId: person.userId, kind: 'writing', toolKey: 'wechat-article', title: '茶', status: 'failed' }
  await api.ctx.prisma.creation.create({ data: { ...row, createdAt: now, updatedAt: now } })
  const response = await download('format=md', person.accessToken, formatId('creation', id))
  expect([response.status, await response.json()]).toMatchObject([412, { error: { code: 'CREATION_HAS_NO_TEXT' } }])
  const operation = documentedOperations(documentIn('en')).find((one) => one.id === 'creations.export')
  expect(new Set(operation?.answers.keys())).toEqual(new Set([200, 400, 401, 403, 404, 412, 429, 500, 503]))
})
