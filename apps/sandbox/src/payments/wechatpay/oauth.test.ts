import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startSandbox, type RunningSandbox } from '../../testing/start-sandbox.ts'

let sandbox: RunningSandbox
let keys: Record<string, string>
beforeAll(async () => {
  sandbox = await startSandbox()
})
beforeEach(async () => {
  await sandbox.control('POST', '/reset', {})
  keys = (await (await fetch(`${room()}/__ctl/merchants/default`)).json()) as typeof keys
})
afterAll(async () => {
  await sandbox.stop()
  expect(sandbox.defects).toEqual([])
})

const room = () => `${sandbox.url}/payments/wechat`
const asked = () => ({
  appid: keys.appId ?? '',
  redirect_uri: 'https://shop.example/back?kept=1',
  response_type: 'code',
  scope: 'snsapi_base',
  state: 'abc123',
})
const authorize = (changes: Record<string, string> = {}) =>
  fetch(`${room()}/connect/oauth2/authorize?${new URLSearchParams({ ...asked(), ...changes }).toString()}`)

/** Where the phone goes on to. */
async function back(who: string): Promise<URL> {
  const html = await (await authorize({ who })).text()
  return new URL((/href="(https:\/\/shop\.example[^"]+)"/.exec(html)?.[1] ?? '').replaceAll('&amp;', '&'))
}

async function token(code: string, changes: Record<string, string> = {}): Promise<Record<string, unknown>> {
  const query = { appid: keys.appId ?? '', secret: keys.appSecret ?? '', code, grant_type: 'authorization_code' }
  const response = await fetch(
    `${room()}/sns/oauth2/access_token?${new URLSearchParams({ ...query, ...changes }).toString()}`,
  )
  expect(response.status).toBe(200)
  return (await response.json()) as Record<string, unknown>
}

describe('web authorization', () => {
  it('asks whose the phone is, and sends them back with a code and the state', async () => {
    expect(await (await authorize()).text()).toContain('这部手机上的微信是谁的')
    const { searchParams } = await back('xiaoman')
    expect(Object.fromEntries(searchParams)).toEqual({
      kept: '1',
      state: 'abc123',
      code: expect.stringMatching(/^[0-9a-f]{32}$/),
    })
  })

  it('names the same person alike, and another otherwise, once for a code', async () => {
    const codeOf = async (who: string) => (await back(who)).searchParams.get('code') ?? ''
    const first = await codeOf('xiaoman')
    const { openid } = await token(first)
    expect(openid).toMatch(/^o[\w-]{27}$/)
    expect(await token(await codeOf('xiaoman'))).toMatchObject({ openid, scope: 'snsapi_base' })
    expect((await token(await codeOf('lixia'))).openid).not.toBe(openid)
    expect(await token(first)).toMatchObject({ errcode: 40163 })
  })

  it.each([
    [{ appid: 'wx0000000000000000' }, 40013],
    [{ secret: 'f'.repeat(32) }, 40125],
    [{ code: 'none' }, 40029],
    [{ grant_type: 'refresh_token' }, 40002],
  ])('refuses %j in WeChat’s own codes', async (changes, errcode) => {
    const code = (await back('xiaoman')).searchParams.get('code') ?? ''
    expect(await token(code, changes)).toMatchObject({ errcode })
  })

  it('takes no code after five minutes', async () => {
    const code = (await back('xiaoman')).searchParams.get('code') ?? ''
    const at = `${room()}/__ctl/merchants/default/advance`
    const body = JSON.stringify({ ms: 5 * 60_000 })
    await fetch(at, { method: 'POST', headers: { 'content-type': 'application/json' }, body })
    expect(await token(code)).toMatchObject({ errcode: 40029 })
  })

  it.each<Record<string, string>>([
    { appid: 'wx0000000000000000' },
    { scope: 'snsapi_userinfo' },
    { response_type: 'token' },
    { redirect_uri: 'javascript:alert(1)' },
    { state: 'no spaces' },
  ])('opens nothing for %j', async (changes) => {
    const page = await authorize({ ...changes, who: 'xiaoman' })
    expect(page.status).toBe(400)
    expect(await page.text()).not.toContain('继续前往')
  })

  it('keeps the secret out of the log', async () => {
    await token('none')
    const log = await (await fetch(`${sandbox.url}/__sandbox/requests`)).text()
    expect(log).toContain('/sns/oauth2/access_token')
    expect(log).not.toContain(keys.appSecret)
  })
})
