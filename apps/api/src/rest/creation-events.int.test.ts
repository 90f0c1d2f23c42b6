import { once } from 'node:events'
import { connect } from 'node:net'
import { formatId } from '@mozhou/contracts/ids'
import { appendProgress } from '@mozhou/domain/generations/progress-stream'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startApi } from '../testing/start-api.ts'
import type { TestApi } from '../testing/start-api.ts'

let api: TestApi
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api.close())

async function addGeneration({ ctx }: Pick<TestApi, 'ctx'>, userId: string, status: 'running' | 'failed') {
  const { prisma, clock } = ctx
  const [creationId, id, requestKey, now] = [ctx.newId(), ctx.newId(), ctx.newId(), clock.now()]
  const dates = { createdAt: now, updatedAt: now }
  await prisma.creation.create({
    data: { id: creationId, userId, kind: 'writing', toolKey: 'wechat-article', title: '茶', status, ...dates },
  })
  const rest = { coveredBy: 'credits', priceCredits: 10, createdAt: now, draftText: '一半', input: {} }
  const failureCode = status === 'failed' ? 'CONTENT_REFUSED' : null
  await prisma.generation.create({
    data: { id, creationId, userId, ordinal: 1, kind: 'generate', status, requestKey, failureCode, ...rest },
  })
  return id
}

const watch = (generationId: string, headers: Record<string, string> = {}, query = '', signal?: AbortSignal) =>
  fetch(`${api.url}/api/v1/creations/${formatId('generation', generationId)}/events${query}`, {
    headers,
    ...(signal && { signal }),
  })
const openStreams = async () => {
  const text = await (await fetch(`${api.url}/metrics`)).text()
  return Number(/^mozhou_event_streams (\d+)$/m.exec(text)?.[1])
}

it('tells the end of a finished generation, and does not call the viewer back', async () => {
  const { userId, accessToken } = await api.signIn('creator')
  const generationId = await addGeneration(api, userId, 'failed')
  const headers = { authorization: `Bearer ${accessToken}` }
  const response = await watch(generationId, headers)
  expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8')
  const text = await response.text()
  expect(text).toContain('event: snapshot\ndata: {"type":"snapshot","text":"一半"')
  expect(text).toMatch(/event: done\ndata: \{"type":"done","status":"failed".*"failure":"CONTENT_REFUSED"\}\n\n$/)
  const lastId =
    text
      .match(/^id: .*$/gm)
      ?.at(-1)
      ?.slice(4) ?? ''
  expect((await watch(generationId, { ...headers, 'last-event-id': lastId })).status).toBe(204)
})

it('takes a cookie where the page cannot set a header', async () => {
  const { userId, accessToken } = await api.signIn('creator', 'web')
  const generationId = await addGeneration(api, userId, 'failed')
  const headers = { cookie: `mz_web_access=${accessToken}` }
  const taken = await watch(generationId, headers, '?app=web')
  expect(taken.status).toBe(200)
  await taken.text()
  expect((await watch(generationId, headers)).status).toBe(401)
})

it('answers with JSON what cannot be streamed', async () => {
  const owner = await api.signIn('creator')
  const stranger = await api.signIn('creator')
  const generationId = await addGeneration(api, owner.userId, 'failed')
  const headers = { authorization: `Bearer ${stranger.accessToken}` }
  const foreign = await watch(generationId, headers)
  expect(foreign.status).toBe(404)
  expect(await foreign.json()).toMatchObject({ error: { code: 'GENERATION_NOT_FOUND' } })
  const wrongId = await watch(generationId, { ...headers, 'last-event-id': 'x' })
  expect(wrongId.status).toBe(400)
  expect(await wrongId.json()).toMatchObject({ error: { fields: [{ path: 'Last-Event-ID', rule: 'invalid_format' }] } })
  expect((await watch(generationId)).status).toBe(401)
})

it('streams what happens, resumes after the last id, and forgets a viewer who leaves', async () => {
  const { userId, accessToken } = await api.signIn('creator')
  const generationId = await addGeneration(api, userId, 'running')
  const headers = { authorization: `Bearer ${accessToken}` }
  const append = (id: string, text: string) =>
    appendProgress(api.ctx.redis, generationId, id, { type: 'delta', text }, true)
  await append('1001-1', '春')
  await append('1001-2', '茶')
  const leave = new AbortController()
  const reader = (
    await watch(generationId, { ...headers, 'last-event-id': '1001-1' }, '', leave.signal)
  ).body?.getReader()
  const decoder = new TextDecoder()
  let seen = ''
  while (!seen.includes('茶')) seen += decoder.decode((await reader?.read())?.value, { stream: true })
  expect(seen).not.toContain('春')
  expect(seen).toContain('id: 1001-2\nevent: delta')
  await expect.poll(openStreams).toBe(1)
  leave.abort()
  await expect.poll(openStreams).toBe(0)
})

it('streams over tRPC with a cookie and the app named in the URL', async () => {
  const { userId, accessToken } = await api.signIn('creator', 'web')
  const generationId = await addGeneration(api, userId, 'failed')
  const input = JSON.stringify({ generationId: formatId('generation', generationId) })
  const query = new URLSearchParams({ input, connectionParams: JSON.stringify({ app: 'web' }) })
  const response = await fetch(`${api.url}/trpc/creations.progress?${query.toString()}`, {
    headers: { accept: 'text/event-stream', cookie: `mz_web_access=${accessToken}` },
  })
  const text = await response.text()
  expect(text).toContain('"reconnectAfterInactivityMs":25000')
  expect(text).toContain('"type":"done"')
  expect(text).toMatch(/event: return/)
})

it('tells a subscription why it is refused in words that no client retries', async () => {
  const { accessToken } = await api.signIn('creator')
  const input = JSON.stringify({ generationId: formatId('generation', api.ctx.newId()) })
  const response = await fetch(`${api.url}/trpc/creations.progress?${new URLSearchParams({ input }).toString()}`, {
    headers: { accept: 'text/event-stream', authorization: `Bearer ${accessToken}` },
  })
  const data = /event: serialized-error\ndata: (.*)/.exec(await response.text())?.[1] ?? '{}'
  expect(JSON.parse(data)).toMatchObject({ code: -32004, data: { app: { code: 'GENERATION_NOT_FOUND' } } })
})

it('leaves to tRPC what is not asked as a subscription asks', async () => {
  const { accessToken } = await api.signIn('creator')
  const headers = { accept: 'text/event-stream', authorization: `Bearer ${accessToken}` }
  const ask = async (address: string) => (await fetch(`${api.url}/trpc/${address}`, { headers })).text()
  const input = encodeURIComponent(JSON.stringify({ generationId: formatId('generation', api.ctx.newId()) }))
  for (const wrong of ['', '?input={', '?input=%7B%22generationId%22%3A7%7D', `?input=${input}&lastEventId=x`])
    expect(await ask(`creations.progress${wrong}`)).toMatch(/event: serialized-error\ndata: .*"VALIDATION_FAILED"/)
  expect(await ask(`creations.progress?input=${input}&connectionParams=7`)).toContain('"VALIDATION_FAILED"')
  expect(await ask(`creations.progress?batch=1&input=${input}`)).toContain('"VALIDATION_FAILED"')
  expect(await ask(`creations.PROGRESS?input=${input}`)).toContain('"NOT_FOUND"')
})

it('refuses a stranger over tRPC in the stream, with the code that sends a browser to refresh its session', async () => {
  const input = encodeURIComponent(JSON.stringify({ generationId: formatId('generation', api.ctx.newId()) }))
  const response = await fetch(`${api.url}/trpc/creations.progress?input=${input}`, {
    headers: { accept: 'text/event-stream' },
  })
  expect(response.status).toBe(200)
  const data = /event: serialized-error\ndata: (.*)/.exec(await response.text())?.[1] ?? '{}'
  const requestId = response.headers.get('x-request-id')
  const app = { code: 'UNAUTHENTICATED', params: {}, requestId }
  expect(JSON.parse(data)).toMatchObject({ code: -32001, data: { httpStatus: 401, path: 'creations.progress', app } })
})

it('goes on over tRPC after the id that a browser sends as a header or tRPC in the address', async () => {
  const { userId, accessToken } = await api.signIn('creator')
  const generationId = await addGeneration(api, userId, 'running')
  for (const [id, text] of [
    ['1001-1', '春'],
    ['1001-2', '茶'],
  ] as const)
    await appendProgress(api.ctx.redis, generationId, id, { type: 'delta', text }, true)
  const id = formatId('generation', generationId)
  const address = (given: object) =>
    `${api.url}/trpc/creations.progress?input=${encodeURIComponent(JSON.stringify({ generationId: id, ...given }))}`
  const headers = { accept: 'text/event-stream', authorization: `Bearer ${accessToken}` }
  const ways: [string, Record<string, string>][] = [
    [address({}), { 'last-event-id': '1001-1' }],
    [address({ lastEventId: '1001-1' }), {}],
    [`${address({})}&lastEventId=1001-1`, {}],
  ]
  for (const [url, more] of ways) {
    const leave = new AbortController()
    const { body } = await fetch(url, { headers: { ...headers, ...more }, signal: leave.signal })
    const reader = body?.pipeThrough(new TextDecoderStream()).getReader()
    let seen = ''
    while (!seen.includes('id: 1001-2\n\n')) seen += (await reader?.read())?.value ?? ''
    expect(seen).toContain('data: {"type":"delta","text":"茶"}\n')
    expect(seen).not.toContain('春')
    leave.abort()
  }
  await expect.poll(openStreams).toBe(0)
})

it('ends open streams without an end event when the process drains, so that viewers come back', async () => {
  const { userId, accessToken } = await api.signIn('creator')
  const generationId = await addGeneration(api, userId, 'running')
  const input = JSON.stringify({ generationId: formatId('generation', generationId) })
  const headers = { accept: 'text/event-stream', authorization: `Bearer ${accessToken}` }
  const overTrpc = await fetch(`${api.url}/trpc/creations.progress?${new URLSearchParams({ input }).toString()}`, {
    headers,
  })
  const overRest = await watch(generationId, headers)
  await expect.poll(openStreams).toBe(2)
  api.app.endEventStreams()
  const texts = [await overTrpc.text(), await overRest.text()]
  for (const text of texts) expect(text).not.toMatch(/event: (return|done)/)
  await expect.poll(openStreams).toBe(0)
})

it('counts a refusal to stream among the answers, and no stream, of REST or tRPC', async () => {
  const other = await startApi()
  const { userId, accessToken } = await other.signIn('creator')
  const headers = { authorization: `Bearer ${accessToken}` }
  const generationId = formatId('generation', await addGeneration(other, userId, 'failed'))
  const input = encodeURIComponent(JSON.stringify({ generationId }))
  const streams = [`/api/v1/creations/${generationId}/events`, `/trpc/creations.progress?input=${input}`]
  for (const path of streams) {
    const answer = await fetch(other.url + path, { headers: { ...headers, accept: 'text/event-stream' } })
    expect(answer.headers.get('content-type')).toContain('text/event-stream')
    expect(await answer.text()).toContain('"status":"failed"')
  }
  const refused = await fetch(`${other.url}/api/v1/creations/${formatId('generation', other.ctx.newId())}/events`, {
    headers,
  })
  await refused.text()
  const text = await (await fetch(`${other.url}/metrics`)).text()
  const counted = text.match(/^mozhou_http_request_duration_seconds_count\{.*$/gm)
  expect(counted).toEqual([expect.stringMatching(/route="\/creations\/:generation_id\/events",status="404"\} 1$/)])
  await other.close()
})

it('answers HEAD with the head alone, so that what comes next on the connection is not held up', async () => {
  const { userId, accessToken } = await api.signIn('creator')
  const generationId = await addGeneration(api, userId, 'running')
  const { hostname, port } = new URL(api.url)
  const socket = connect(Number(port), hostname)
  await once(socket, 'connect')
  const path = `/api/v1/creations/${formatId('generation', generationId)}/events`
  const lines = `Host: ${hostname}\r\nAuthorization: Bearer ${accessToken}\r\n\r\n`
  socket.write(`HEAD ${path} HTTP/1.1\r\n${lines}GET /health/live HTTP/1.1\r\n${lines}`)
  let text = ''
  socket.on('data', (bytes) => (text += bytes.toString()))
  await expect.poll(() => text).toMatch(/^HTTP\/1\.1 200 OK[\s\S]+text\/event-stream[\s\S]+HTTP\/1\.1 200 OK/)
  socket.destroy()
})
