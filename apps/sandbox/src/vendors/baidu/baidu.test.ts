import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { at, joinedText, jsonFrames, parseFrames, readAll } from '../../testing/read-stream.ts'
import { startSandbox, type RunningSandbox } from '../../testing/start-sandbox.ts'

let sandbox: RunningSandbox
beforeAll(async () => {
  sandbox = await startSandbox()
})
beforeEach(() => sandbox.control('POST', '/reset', {}))
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

  it('a token dies when its time is over', async () => {
    const body: unknown = await (await token(sign({ query: 'expireInSeconds=1' }), 1)).json()
    const bearer = String(at(body, 'token'))
    expect((await v2({}, bearer)).status).toBe(200)
    await new Promise((resolve) => setTimeout(resolve, 1050))
    expect(await refused(await v2({}, bearer))).toContain('invalid_iam_token')
  })
})

describe('the retired V1', () => {
  const oauth = (accessKey: string, secretKey: string) =>
    sandbox.post(
      `/baidu/oauth/2.0/token?grant_type=client_credentials&client_id=${accessKey}&client_secret=${secretKey}`,
      '',
    )
  const chat = async (body: object = {}, endpoint = 'completions_pro', token?: string) => {
    const own = token ?? String(at(await (await oauth('mine', 'secret')).json(), 'access_token'))
    const path = `/baidu/rpc/2.0/ai_custom/v1/wenxinworkshop/chat/${endpoint}?access_token=${own}`
    return sandbox.post(path, { messages, ...body })
  }
  const code = async (response: Response) => [response.status, at(await response.json(), 'error_code')]

  it('hands out a token for 30 days and refuses bad pairs', async () => {
    expect(await (await oauth('mine', 'secret')).json()).toMatchObject({
      expires_in: 2_592_000,
      access_token: expect.any(String),
    })
    const bad = await oauth('bad-key', 'secret')
    expect([bad.status, await bad.json()]).toEqual([
      401,
      { error: 'invalid_client', error_description: 'unknown client id' },
    ])
    expect((await oauth('sandbox-access-key', 'not-its-secret')).status).toBe(401)
  })

  it.each<[string, object, string, string | undefined, number]>([
    ['no token', {}, 'completions_pro', '', 100],
    ['a wrong token', {}, 'completions_pro', 'nonsense', 110],
    ['an unknown endpoint', {}, 'nothing', undefined, 3],
    [
      'an even number of turns',
      { messages: [...messages, { role: 'assistant', content: 'x' }] },
      'completions',
      undefined,
      336003,
    ],
    ['a system turn', { messages: [{ role: 'system', content: 'x' }] }, 'completions', undefined, 336003],
    [
      'two user turns in a row',
      { messages: [messages[0], messages[0], messages[0]] },
      'completions',
      undefined,
      336003,
    ],
    ['temperature 0', { temperature: 0 }, 'completions', undefined, 336003],
    ['an unknown field', { foo: 1 }, 'completions', undefined, 336003],
  ])('%s is an error behind HTTP 200', async (_name, body, endpoint, token, expected) => {
    expect(await code(await chat(body, endpoint, token))).toEqual([200, expected])
  })

  it('ends its stream with is_end and no [DONE]', async () => {
    const { raw } = await readAll(await chat({ stream: true, system: '你是编辑' }, 'eb-instant'))
    const frames = jsonFrames(raw)
    expect(frames.map((frame) => frame.sentence_id)).toEqual(frames.map((_, index) => index))
    expect(frames.at(-1)).toMatchObject({
      is_end: true,
      finish_reason: 'normal',
      usage: { total_tokens: expect.any(Number) },
    })
    expect(frames.slice(0, -1).every((frame) => frame.is_end === false)).toBe(true)
    expect(raw).not.toContain('[DONE]')
  })

  it('asks to clear the history when it blocks', async () => {
    const body: unknown = await (await chat({}, `completions_pro@content-block`)).json()
    expect(body).toMatchObject({ need_clear_history: true, ban_round: -1, finish_reason: 'content_filter' })
  })

  it('masks the token in the log', async () => {
    await chat({}, 'completions', 'a-very-secret-token')
    const { path } = await sandbox.lastRequest()
    expect(path).toContain('access_token=****oken')
    expect(path).not.toContain('secret')
  })
})
