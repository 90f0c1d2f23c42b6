import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { RequestRecord } from '../request-log.ts'
import { readAll } from '../../testing/read-stream.ts'
import { startSandbox, type RunningSandbox } from '../../testing/start-sandbox.ts'

let sandbox: RunningSandbox
beforeAll(async () => {
  sandbox = await startSandbox()
})
beforeEach(() => sandbox.control('POST', '/reset', {}))
afterAll(() => sandbox.stop())

const key = 'sk-a-very-private-key-7788'
const call = (content = '你好', headers: Record<string, string> = {}) =>
  sandbox.post(
    '/openai/v1/chat/completions',
    { model: 'gpt-6-luna', messages: [{ role: 'user', content }] },
    { authorization: `Bearer ${key}`, ...headers },
  )
const list = async (query = '') =>
  (await sandbox.control<{ requests: RequestRecord[] }>('GET', `/requests${query}`)).requests

describe('the request log', () => {
  it('keeps what went over the wire, with keys masked to their last four', async () => {
    await readAll(await call('主题：散步', { 'x-api-key': 'sk-ant-another-secret' }))
    const [record] = await list()
    expect(record).toMatchObject({
      vendor: 'openai',
      method: 'POST',
      path: '/openai/v1/chat/completions',
      model: 'gpt-6-luna',
      status: 200,
      endedBy: 'sandbox',
      body: { messages: [{ content: '主题：散步' }] },
    })
    expect(record?.headers).toMatchObject({ authorization: 'Bearer ****7788', 'x-api-key': '****cret' })
    expect(JSON.stringify(record)).not.toMatch(/private|another/)
  })

  it('is newest first, can be limited, filtered and cleared', async () => {
    for (const text of ['一', '二', '三']) await readAll(await call(text))
    await sandbox.post('/zhipu/api/paas/v4/chat/completions', {})
    expect(await list('?limit=2')).toMatchObject([{ vendor: 'zhipu' }, { body: { messages: [{ content: '三' }] } }])
    expect(await list('?vendor=openai')).toHaveLength(3)
    await sandbox.control('DELETE', '/requests')
    expect(await list()).toEqual([])
  })

  it('keeps broken bodies and unknown paths too', async () => {
    await sandbox.post('/openai/v1/nothing', '{"half":', { authorization: `Bearer ${key}` })
    expect((await list())[0]).toMatchObject({ status: 404, body: '{"half":' })
  })

  it('holds the last thousand', async () => {
    for (let turn = 0; turn < 1010; turn += 1) await sandbox.post('/zhipu/api/paas/v4/none', { turn })
    const records = await list('?limit=1000')
    expect(records).toHaveLength(1000)
    expect(records.at(-1)?.body).toEqual({ turn: 10 })
  })
})

describe('settings', () => {
  it('change the speed and come back with a reset', async () => {
    await sandbox.control('POST', '/settings', { firstByteMs: 80 })
    const startedAt = performance.now()
    await readAll(await call())
    expect(performance.now() - startedAt).toBeGreaterThan(75)
    expect(await sandbox.control('GET', '/settings')).toEqual({
      chunkDelayMs: 0,
      firstByteMs: 80,
      slowFirstByteMs: 5000,
      slowTokensMs: 500,
      retryAfterMs: 1000,
      taskMs: 0,
      deterministic: false,
    })
    await sandbox.control('POST', '/reset', {})
    expect(await sandbox.control('GET', '/settings')).toMatchObject({ firstByteMs: 0 })
  })

  it('refuse nonsense', async () => {
    expect(await sandbox.control('POST', '/settings', { chunkDelayMs: -1 })).toMatchObject({
      error: expect.any(String),
    })
    expect(await sandbox.control('POST', '/settings', { speed: 1 })).toMatchObject({ error: expect.any(String) })
  })

  it('make texts repeatable; without them two equal calls differ', async () => {
    const text = async () => {
      const body = (await (await call('主题：散步\n字数：300')).json()) as {
        choices: { message: { content: string } }[]
      }
      return body.choices[0]?.message.content
    }
    expect(await text()).not.toBe(await text())
    await sandbox.control('POST', '/settings', { deterministic: true })
    expect(await text()).toBe(await text())
  })
})

describe('the page', () => {
  it('has no inline script, a strict policy, and shows queue and log', async () => {
    await sandbox.control('POST', '/behavior', { fault: 'cut:5', vendor: 'zhipu' })
    await call('<b>危险</b>')
    const response = await fetch(`${sandbox.url}/__sandbox`)
    const html = await response.text()
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'self'")
    expect(html).toContain('cut:5')
    expect(html).toContain('&lt;b&gt;危险')
    expect(html).not.toMatch(/<script>|\son\w+=|style=/)
    for (const asset of ['control.js', 'control.css']) {
      expect((await fetch(`${sandbox.url}/__sandbox/${asset}`)).status).toBe(200)
    }
  })

  it('and the README list every fault', async () => {
    const html = await (await fetch(`${sandbox.url}/__sandbox`)).text()
    const readme = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8')
    const { faults } = await sandbox.control<{ faults: { name: string }[] }>('GET', '/faults')
    expect(faults.length).toBeGreaterThan(30)
    for (const { name } of faults) {
      expect(html).toContain(`<code>${name}</code>`)
      expect(readme).toContain(`| \`${name}\` |`)
    }
  })
})
