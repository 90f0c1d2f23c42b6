import { readFile } from 'node:fs/promises'
import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { at } from '../testing/read-stream.ts'
import { startSandbox, type RunningSandbox } from '../testing/start-sandbox.ts'

let sandbox: RunningSandbox
beforeAll(async () => {
  sandbox = await startSandbox()
})
beforeEach(() => sandbox.control('POST', '/reset', {}))
afterAll(async () => {
  expect(sandbox.defects).toEqual([])
  await sandbox.stop()
})

const bearer = { authorization: 'Bearer sk-sandbox' }
const native = { ...bearer, 'x-dashscope-async': 'enable' }
const synthesis = '/dashscope/api/v1/services/aigc/text2image/image-synthesis'
const wan = (prompt: string, more: Record<string, unknown> = {}) => ({
  model: 'wan2.2-t2i-flash',
  input: { prompt },
  parameters: { size: '512*768', n: 2, ...more },
})
const json = async (response: Response): Promise<unknown> => response.json()
const get = (path: string, headers: Record<string, string> = bearer) => fetch(sandbox.url + path, { headers })

async function submit(prompt: string, more: Record<string, unknown> = {}): Promise<string> {
  const body = await json(await sandbox.post(synthesis, wan(prompt, more), native))
  expect(at(body, 'output', 'task_status')).toBe('PENDING')
  return String(at(body, 'output', 'task_id'))
}
const task = async (id: string, headers = bearer) => json(await get(`/dashscope/api/v1/tasks/${id}`, headers))

describe('a task', () => {
  it('waits, works and ends, in the time it is given', async () => {
    await sandbox.control('POST', '/settings', { taskMs: 900 })
    const id = await submit('海边')
    const status = async () => at(await task(id), 'output', 'task_status')
    expect(await status()).toBe('PENDING')
    await expect.poll(status, { interval: 30 }).toBe('RUNNING')
    await expect.poll(status, { interval: 30 }).toBe('SUCCEEDED')
  })

  it('hands out addresses of pictures that have the size asked for', async () => {
    const id = await submit('海边')
    const body = await task(id)
    expect(at(body, 'output', 'task_metrics')).toEqual({ TOTAL: 2, SUCCEEDED: 2, FAILED: 0 })
    const picture = await fetch(String(at(body, 'output', 'results', 1, 'url')))
    const bytes = Buffer.from(await picture.arrayBuffer())
    expect(await sharp(bytes).metadata()).toMatchObject({ format: 'png', width: 512, height: 768 })
    expect(at(await task(id), 'output', 'results')).toEqual(at(body, 'output', 'results'))
  })

  it('is nobody’s for another key, and none where there never was one', async () => {
    const other = { authorization: 'Bearer sk-somebody-else' }
    expect(at(await task(await submit('海边'), other), 'output', 'task_status')).toBe('UNKNOWN')
    expect(at(await task('0000'), 'output', 'task_status')).toBe('UNKNOWN')
  })

  it('can be given up before it is begun, and not after', async () => {
    await sandbox.control('POST', '/settings', { taskMs: 60_000 })
    const id = await submit('海边')
    const cancel = () => sandbox.post(`/dashscope/api/v1/tasks/${id}/cancel`, {}, bearer)
    expect((await cancel()).status).toBe(200)
    expect(at(await task(id), 'output', 'task_status')).toBe('CANCELED')
    expect(await json(await cancel())).toMatchObject({ code: 'UnsupportedOperation' })
  })

  it('is listed to whoever submitted it', async () => {
    const id = await submit('海边')
    const { data } = (await json(await get('/dashscope/api/v1/tasks'))) as { data: { task_id: string }[] }
    expect(data.map((row) => row.task_id)).toEqual([id])
    expect(await json(await get('/dashscope/api/v1/tasks?start_time=20300101000000'))).toMatchObject({ data: [] })
  })

  it.each([
    ['partial', { TOTAL: 2, SUCCEEDED: 1, FAILED: 1 }],
    ['picture-filtered', { TOTAL: 2, SUCCEEDED: 0, FAILED: 2 }],
  ])('with %s tells of each picture', async (fault, metrics) => {
    const body = await task(await submit(`海边[[sandbox:${fault}]]`))
    expect(at(body, 'output', 'task_metrics')).toEqual(metrics)
    const results = at(body, 'output', 'results') as { code?: string }[]
    expect(results.filter(({ code }) => code === 'DataInspectionFailed')).toHaveLength(metrics.FAILED)
  })
})

describe('an address', () => {
  const addressOf = async (fault: string) =>
    String(at(await task(await submit(`海边[[sandbox:${fault}]]`)), 'output', 'results', 0, 'url'))

  it('that has run out or was tampered with is refused as object stores do', async () => {
    const expired = await fetch(await addressOf('link-expired'))
    expect(expired.status).toBe(403)
    expect(await expired.text()).toContain('Request has expired')
    const tampered = (await addressOf('crlf')).replace(/Expires=\d+/, 'Expires=9999999999999')
    expect((await fetch(tampered)).status).toBe(403)
  })

  it('may send one elsewhere', async () => {
    const response = await fetch(await addressOf('link-redirect'), { redirect: 'manual' })
    expect([response.status, response.headers.get('location')]).toEqual([302, expect.stringContaining('169.254')])
  })
})

describe('strictness', () => {
  it.each([
    ['a size with an x', wan('海边', { size: '512x768' }), native, 400, 'InvalidParameter'],
    ['no header for a task', wan('海边'), bearer, 403, 'AccessDenied'],
    ['a model that is gone', { ...wan('海边'), model: 'wanx-v0' }, native, 404, 'ModelNotFound'],
    ['a wrong key', wan('海边'), { ...native, authorization: 'Bearer sk-bad' }, 401, 'InvalidApiKey'],
    ['no prompt', { ...wan('海边'), input: {} }, native, 400, 'InvalidParameter'],
  ])('DashScope refuses %s', async (_what, body, headers, status, code) => {
    const response = await sandbox.post(synthesis, body, headers)
    expect([response.status, at(await json(response), 'code')]).toEqual([status, code])
  })

  it.each([
    ['response_format', { response_format: 'b64_json' }, 400, 'unknown_parameter'],
    ['a size that is none', { size: '1000x1000' }, 400, 'invalid_value'],
    ['a retired model', { model: 'dall-e-3' }, 404, 'model_not_found'],
    ['too many', { n: 11 }, 400, 'integer_above_max_value'],
  ])('OpenAI refuses %s', async (_what, more, status, code) => {
    const body = { model: 'gpt-image-1.5', prompt: '茶', ...more }
    const response = await sandbox.post('/openai/v1/images/generations', body, bearer)
    expect([response.status, at(await json(response), 'error', 'code')]).toEqual([status, code])
  })

  it.each([
    ['a size off the grid', { size: '1000x1000' }, '1214'],
    ['standard quality of GLM-Image', { model: 'glm-image', quality: 'standard', size: '1280x1280' }, '1214'],
    ['an unknown model', { model: 'cogview-9' }, '1211'],
  ])('Zhipu refuses %s', async (_what, more, code) => {
    const body = { model: 'cogview-4', prompt: '茶', size: '1024x1024', ...more }
    const headers = { authorization: 'Bearer sandbox.sandbox-secret' }
    const response = await sandbox.post('/zhipu/api/paas/v4/images/generations', body, headers)
    expect(at(await json(response), 'error', 'code')).toBe(code)
  })

  const stability = async (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) => {
    const body = new FormData()
    for (const [name, value] of Object.entries(fields)) body.set(name, value)
    const url = `${sandbox.url}/stability/v2beta/stable-image/${path}`
    return fetch(url, { method: 'POST', body, headers: { ...bearer, accept: 'application/json', ...headers } })
  }

  it('Stability names every field that is wrong', async () => {
    const response = await stability('generate/core', { output_format: 'gif', colour: 'red' })
    expect(await json(response)).toMatchObject({
      name: 'bad_request',
      errors: ['colour: is not allowed', 'prompt: is required', expect.stringContaining('output_format')],
    })
    expect(response.status).toBe(400)
  })

  it('Stability gives bytes or JSON, and a filtered picture with 200', async () => {
    const raw = await stability('generate/core', { prompt: '茶', aspect_ratio: '16:9' }, { accept: 'image/*' })
    expect(raw.headers.get('finish-reason')).toBe('SUCCESS')
    const { width, height } = await sharp(Buffer.from(await raw.arrayBuffer())).metadata()
    expect(width / height).toBeCloseTo(16 / 9, 1)
    const filtered = await stability('generate/core', { prompt: '茶[[sandbox:picture-filtered]]' })
    expect([filtered.status, at(await json(filtered), 'finish_reason')]).toEqual([200, 'CONTENT_FILTERED'])
  })

  it('AUTOMATIC1111 words what does not fit as its framework does, and misses a picture to begin with', async () => {
    const call = (path: string, body: unknown) => sandbox.post(`/automatic1111/sdapi/v1/${path}`, body)
    expect((await call('txt2img', { prompt: '茶', width: 'wide' })).status).toBe(422)
    expect(await json(await call('img2img', { prompt: '茶' }))).toMatchObject({ detail: 'Init image not found' })
    expect(
      await json(await sandbox.post('/automatic1111/sdapi/v1/txt2img', {}, { authorization: 'Basic eDo=' })),
    ).toEqual({
      detail: 'Incorrect username or password',
    })
  })
})

it('logs what was said and not the pictures themselves', async () => {
  const body = new FormData()
  body.set('prompt', '茶')
  body.set('image', new Blob([await readFile(new URL('media.test.ts', import.meta.url))]), 'a.png')
  await fetch(`${sandbox.url}/stability/v2beta/stable-image/control/structure`, {
    method: 'POST',
    body,
    headers: bearer,
  })
  expect((await sandbox.lastRequest()).body).toMatchObject({
    prompt: '茶',
    image: expect.stringMatching(/^a\.png, .*bytes$/),
  })
})
