import { createHmac } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { at, joinedText, jsonFrames, parseFrames, readAll } from '../../testing/read-stream.ts'
import { startSandbox, type RunningSandbox } from '../../testing/start-sandbox.ts'

let sandbox: RunningSandbox
beforeAll(async () => {
  sandbox = await startSandbox()
})
beforeEach(() => sandbox.control('POST', '/reset', {}))
afterEach(() => void vi.useRealTimers())
afterAll(() => sandbox.stop())

const messages = [{ role: 'user', content: '主题：散步\n字数：200' }]
const model = 'ernie-5.1'
const v2 = (body: object = {}, token = 'bce-v3/ALTAK-sandbox/sandbox') =>
  sandbox.post('/baidu/v2/chat/completions', { model, messages, ...body }, { authorization: `Bearer ${token}` })

async function refused(response: Response): Promise<[number, unknown, unknown]> {
  const body: unknown = await response.json()
  return [response.status, at(body, 'error', 'code'), at(body, 'error', 'type')]
}

describe('Qianfan V2', () => {
  it.each<[string, object, [number, string, string]]>([
    ['unknown parameter', { foo: 1 }, [400, 'invalid_argument', 'invalid_request_error']],
    ['empty model', { model: '' }, [400, 'invalid_model', 'invalid_request_error']],
    ['unknown model', { model: 'ernie-99' }, [401, 'invalid_model', 'invalid_request_error']],
    ['retired model', { model: 'ERNIE-Bot-4' }, [403, 'model_offline', 'access_denied']],
    ['retired model', { model: 'ernie-bot-turbo' }, [403, 'model_offline', 'access_denied']],
    ['no messages', { messages: [] }, [400, 'invalid_messages', 'invalid_request_error']],
    ['penalty_score out of range', { penalty_score: 3 }, [400, 'invalid_argument', 'invalid_request_error']],
    [
      'too many tokens',
      { model: 'ernie-4.5-turbo-128k', max_tokens: 60_000 },
      [400, 'invalid_argument', 'invalid_request_error'],
    ],
    [
      'thinking where it cannot',
      { model: 'ernie-4.5-turbo-128k', enable_thinking: false },
      [401, 'no_parameter_permission', 'access_denied'],
    ],
  ])('%s', async (_name, body, expected) => {
    expect(await refused(await v2(body))).toEqual(expected)
  })

  it.each([
    ['bce-v3/ALTAK-bad/key', 401, 'invalid_iam_token'],
    ['sk-sandbox', 401, 'invalid_iam_token'],
    ['bce-v3/ALTAK-arrears/key', 403, 'account_overdue'],
  ])('key %s', async (token, status, code) => {
    const [seen, seenCode] = await refused(await v2({}, token))
    expect([seen, seenCode]).toEqual([status, code])
  })

  it('takes what its own client sends: fields left null, and extra_parameters', async () => {
    const sent = { extra_parameters: { metadata: {} }, response_format: null, enable_thinking: null, user: null }
    expect((await v2(sent)).status).toBe(200)
  })

  it('broken JSON, wrong method, no authorization for the model list', async () => {
    const path = '/baidu/v2/chat/completions'
    const authorization = 'Bearer bce-v3/ALTAK-sandbox/sandbox'
    expect(await refused(await sandbox.post(path, '{', { authorization }))).toContain('malformed_json')
    expect((await fetch(sandbox.url + path, { headers: { authorization } })).status).toBe(405)
    expect((await fetch(`${sandbox.url}/baidu/v2/models`)).status).toBe(403)
    const list: unknown = await (await fetch(`${sandbox.url}/baidu/v2/models`, { headers: { authorization } })).json()
    expect(at(list, 'data')).toContainEqual(expect.objectContaining({ id: model }))
  })

  it('streams with a flag in every choice, usage on request, [DONE]', async () => {
    const { raw } = await readAll(await v2({ stream: true, stream_options: { include_usage: true } }))
    const frames = jsonFrames(raw)
    expect(at(frames[0], 'choices', 0, 'delta', 'role')).toBe('assistant')
    expect(frames.slice(0, -1).every((frame) => at(frame, 'choices', 0, 'flag') === 0)).toBe(true)
    expect(frames.at(-1)).toMatchObject({ choices: [], usage: { total_tokens: expect.any(Number) } })
    expect(parseFrames(raw).at(-1)?.data).toBe('[DONE]')
    expect((await readAll(await v2({ stream: true }))).raw).not.toContain('usage')
  })

  it('shows its reasoning when told to think', async () => {
    const frames = jsonFrames((await readAll(await v2({ stream: true, enable_thinking: true }))).raw)
    expect(joinedText(frames, 'choices', 0, 'delta', 'reasoning_content')).toContain('散步')
  })

  it('takes back with flag 4 what was shown, and forbids with flag 3 what was not', async () => {
    const last = async (fault: string) => {
      const frames = jsonFrames((await readAll(await v2({ stream: true, model: `${model}@${fault}` }))).raw)
      return { shown: frames.length - 1, end: frames.at(-1) }
    }
    const retracted = await last('content-block-mid:4')
    expect(retracted.shown).toBe(4)
    expect(retracted.end).toMatchObject({
      need_clear_history: true,
      choices: [{ flag: 4, ban_round: -1, finish_reason: 'content_filter' }],
    })
    expect((await last('content-block-mid:0')).end).toMatchObject({ choices: [{ flag: 3 }] })
    const plain: unknown = await (await v2({ model: `${model}@content-block-mid` })).json()
    expect(at(plain, 'choices', 0)).toMatchObject({ flag: 3, message: { content: '' } })
  })

  it('reports an error inside the stream and an old-style one behind HTTP 200', async () => {
    const { raw } = await readAll(await v2({ stream: true, model: `${model}@error-in-stream:2` }))
    expect(jsonFrames(raw).at(-1)).toMatchObject({ error: { code: 'internal_error', type: 'Internal_error' } })
    const flat: unknown = await (await v2({ stream: true, model: `${model}@json-instead-of-stream:error` })).json()
    expect(flat).toEqual({ code: 'rpm_rate_limit_exceeded', msg: expect.any(String) })
  })
})

describe('access key and secret key', () => {
  // Written here once more from the vendor's page, so that the sandbox's own signer is not its judge.
  function sign(options: { accessKey?: string; secretKey?: string; path?: string; time?: Date; query?: string }) {
    const {
      accessKey = 'sandbox-access-key',
      secretKey = 'sandbox-secret-key',
      path = '/v1/BCE-BEARER/token',
    } = options
    const time = (options.time ?? new Date()).toISOString().replace(/\.\d+Z$/, 'Z')
    const prefix = `bce-auth-v1/${accessKey}/${time}/1800`
    const host = encodeURIComponent(new URL(sandbox.url).host)
    const canonical = `GET\n${path}\n${options.query ?? 'expireInSeconds=60'}\nhost:${host}`
    const key = createHmac('sha256', secretKey).update(prefix).digest('hex')
    return `${prefix}/host/${createHmac('sha256', key).update(canonical).digest('hex')}`
  }
  const token = (authorization: string, seconds = 60) =>
    fetch(`${sandbox.url}/baidu/v1/BCE-BEARER/token?expireInSeconds=${seconds}`, { headers: { authorization } })

  it.each(['/v1/BCE-BEARER/token', '/baidu/v1/BCE-BEARER/token'])(
    'a signature over %s buys a token that V2 takes',
    async (path) => {
      const response = await token(sign({ path }))
      expect(response.status).toBe(200)
      const body: unknown = await response.json()
      expect(body).toMatchObject({ status: 'enable', userId: 'sandbox', expireTime: expect.any(String) })
      const lifetime = Date.parse(String(at(body, 'expireTime'))) - Date.parse(String(at(body, 'createTime')))
      expect(lifetime).toBe(60_000)
      expect((await v2({}, String(at(body, 'token')))).status).toBe(200)
    },
  )

  it.each<[string, () => string, number, string]>([
    ['a wrong secret', () => sign({ secretKey: 'wrong' }), 400, 'SignatureDoesNotMatch'],
    ['another query', () => sign({ query: 'expireInSeconds=61' }), 400, 'SignatureDoesNotMatch'],
    ['an unknown key', () => sign({ accessKey: 'nobody' }), 403, 'InvalidAccessKeyId'],
    ['an old signature', () => sign({ time: new Date(Date.now() - 3_600_000) }), 400, 'RequestExpired'],
    ['a signature from the future', () => sign({ time: new Date(Date.now() + 3_600_000) }), 400, 'RequestExpired'],
    ['no signature', () => 'Bearer x', 400, 'InvalidHTTPAuthHeader'],
  ])('%s', async (_name, authorization, status, code) => {
    const response = await token(authorization())
    expect([response.status, at(await response.json(), 'code')]).toEqual([status, code])
  })

  it('a registered pair works, and its empty account shows at the call', async () => {
    await sandbox.control('POST', '/credentials', { vendor: 'baidu', accessKey: 'my-arrears', secretKey: 's' })
    const body: unknown = await (await token(sign({ accessKey: 'my-arrears', secretKey: 's' }))).json()
    expect((await v2({}, String(at(body, 'token')))).status).toBe(403)
  })

  it('is masked in the log', async () => {
    await token(sign({}))
    const { headers } = await sandbox.lastRequest()
    expect(headers['authorization']).toMatch(/^\*{4}[0-9a-f]{4}$/)
  })

  it('has no room for another vendor’s pair', async () => {
    const wrong = { vendor: 'baidu', id: 'a', secret: 'b' }
    expect(await sandbox.control('POST', '/credentials', wrong)).toMatchObject({ error: expect.any(String) })
    const none = { vendor: 'openai', id: 'a', secret: 'b' }
    expect(await sandbox.control('POST', '/credentials', none)).toMatchObject({
      error: expect.stringContaining('openai'),
    })
  })

  it('a token dies when its time is over', async () => {
    const body: unknown = await (await token(sign({ query: 'expireInSeconds=1' }), 1)).json()
    const bearer = String(at(body, 'token'))
    expect((await v2({}, bearer)).status).toBe(200)
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 1001 })
    expect(await refused(await v2({}, bearer))).toContain('invalid_iam_token')
  })
})
