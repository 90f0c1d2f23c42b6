import type { GenerationStartedDto } from '@mozhou/contracts/generations/answers'
import type { ToolDto } from '@mozhou/contracts/tools/answers'
import { formatId } from '@mozhou/contracts/ids'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startChargingRest } from '../testing/charging-rest.ts'
import type { ChargingRest } from '../testing/charging-rest.ts'
import { sampleModel } from '../testing/sample-model.ts'

let api: ChargingRest['api']
let send: ChargingRest['send']
let person: ChargingRest['person']
let balanceOf: ChargingRest['balanceOf']
let generate: ChargingRest['generate']
beforeAll(async () => {
  ;({ api, send, person, balanceOf, generate } = await startChargingRest())
})
afterAll(() => api.close())

const form = { topic: '城市露营', length: 800 }

describe('what cannot be served', () => {
  it('answers unknown addresses and methods in the envelope', async () => {
    const unknown = await send('GET /nothing', { headers: { 'accept-language': 'en-GB' } })
    expect(unknown).toMatchObject({ status: 404, error: { code: 'NOT_FOUND', fields: [] } })
    expect(unknown.error?.message).toContain('not found')
    expect(unknown.error?.requestId).toBe(unknown.headers.get('x-request-id'))
    const wrong = await send('DELETE /auth/me')
    expect(wrong).toMatchObject({ status: 405, error: { code: 'METHOD_NOT_ALLOWED' } })
    expect(wrong.headers.get('allow')).toBe('GET, PUT, HEAD, OPTIONS')
    expect((await send('OPTIONS /auth/me')).headers.get('allow')).toBe('GET, PUT, HEAD, OPTIONS')
    expect((await send('GET /creations/%E0%A4%A')).error?.fields[0]).toMatchObject({ path: 'path' })
  })

  it.each([
    ['malformed', '{"login":', 400, 'VALIDATION_FAILED', 'body'],
    ['no object', '[1]', 400, 'VALIDATION_FAILED', 'body'],
    ['too large', JSON.stringify({ login: 'x'.repeat(1_100_000) }), 413, 'PAYLOAD_TOO_LARGE', undefined],
    ['empty', '', 400, 'VALIDATION_FAILED', 'login'],
  ])('refuses a body that is %s', async (_name, body, status, code, field) => {
    const refused = await send('POST /auth/login', { body })
    expect(refused).toMatchObject({ status, error: { code } })
    expect(refused.error?.fields[0]?.path).toBe(field)
  })

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'application/json; charset=gbk'])(
    'refuses %s',
    async (type) => {
      const refused = await send('POST /auth/login', { body: '{"login":"x"}', headers: { 'content-type': type } })
      expect(refused).toMatchObject({ status: 415, error: { code: 'UNSUPPORTED_MEDIA_TYPE' } })
    },
  )

  it('names field and rule in the language of the caller', async () => {
    const body = { username: 'a b', email: 'nobody', password: 'short' }
    const zh = await send('POST /auth/register', { body })
    expect(zh.error?.fields).toContainEqual({ path: 'password', rule: 'too_small', message: 'password至少 8 个字' })
    const en = await send('POST /auth/register', { body, headers: { 'accept-language': 'fr, en;q=0.5' } })
    expect(en.error?.fields[2]?.message).toBe('password: at least 8 characters')
    expect(en.headers.get('content-language')).toBe('en')
  })
})

describe('shapes', () => {
  it('serves the same procedures: sign in, read, write, list, look at the receipt', async () => {
    const { bearer } = await person()
    const started = await generate(bearer, { input: form })
    expect(started).toMatchObject({ status: 200, body: { outcome: 'accepted', priceCredits: 10 } })
    const { creationId } = started.body as GenerationStartedDto
    expect((await send('GET /creations?limit=1', { bearer })).body).toMatchObject({ items: [{ id: creationId }] })
    expect((await send(`GET /creations/${creationId}`, { bearer })).body).toMatchObject({ tool: 'wechat-article' })
    expect((await send(`GET /creations/${creationId}/receipt`, { bearer })).body).toMatchObject({ netCredits: -10 })
    expect((await send('GET /credit/transactions?direction=out', { bearer })).body).toMatchObject({
      items: [{ kind: 'consume', amount: -10 }],
    })
    expect((await send(`POST /writing/${creationId}/regenerate`, { bearer })).error?.code).toBe('CREATION_BUSY')
  })

  it.each(['wechat-article', 'wechat_article', '公众号文章', '公众号文章创作'])(
    'knows the tool as %s',
    async (tool) => {
      const { bearer } = await person()
      expect((await generate(bearer, { input: form }, {}, tool)).status).toBe(200)
    },
  )

  it.each(['故事/小说创作', '简历/求职信', '教案/课件', '内容改写/扩写/缩写'])(
    'knows the tool as the brief heads it: %s',
    async (tool) => {
      const { bearer } = await person()
      const { error } = await generate(bearer, { input: {} }, {}, tool)
      expect(error?.fields.map(({ path }) => path)).not.toContain('tool_type')
    },
  )

  it('tells a script of each tool what it needs to write with it', async () => {
    const { bearer } = await person()
    const listed = (await send('GET /writing/tools', { bearer })).body as ToolDto[]
    expect(listed).toHaveLength(14)
    const tool = listed.find(({ key }) => key === 'press-release')
    expect(tool?.fields.find(({ name }) => name === 'topic')).toMatchObject({
      label: { zh: '新闻主题' },
      type: 'text',
      isRequired: true,
      minLength: 2,
      maxLength: 100,
    })
    const started = await generate(bearer, { input: tool?.example }, {}, 'press-release')
    expect(started).toMatchObject({ status: 200, body: { priceCredits: tool?.priceCredits } })
  })

  it('takes a form as it is, and snake_case', async () => {
    const { bearer } = await person()
    expect(await generate(bearer, { ...form, model_id: 'x' })).toMatchObject({
      error: { fields: [{ path: 'model_id', rule: 'id' }] },
    })
    expect((await generate(bearer, form)).status).toBe(200)
  })

  it('names what the path says wrongly by its name in the path', async () => {
    const { bearer } = await person()
    expect((await generate(bearer, { input: form }, {}, 'nothing')).error?.fields[0]?.path).toBe('tool_type')
    expect((await send('GET /creations/x', { bearer })).error?.fields[0]).toMatchObject({ path: 'id', rule: 'id' })
  })

  it('reads numbers of a query, and leaves the tRPC schema as strict as it was', async () => {
    const { bearer } = await person()
    expect((await send('GET /creations?limit=5', { bearer })).status).toBe(200)
    expect((await send('GET /creations?limit=many', { bearer })).error?.fields[0]?.path).toBe('limit')
    expect((await api.query('creations.list', { bearer, input: { limit: '5' } })).status).toBe(400)
  })

  it.each(['creations', 'trash', 'credit/transactions'])(
    'takes no empty cursor, and none of no list: %s',
    async (list) => {
      const { bearer } = await person()
      for (const cursor of ['', 'x', '!'])
        expect((await send(`GET /${list}?cursor=${cursor}`, { bearer })).error?.fields[0]).toMatchObject({
          path: 'cursor',
          rule: 'cursor',
        })
    },
  )

  it('keeps models for operators, with the body as the changes', async () => {
    const { accessToken: bearer } = await api.signIn('admin')
    const created = (await send('POST /models', { bearer, body: sampleModel('second') })).body as { id: string }
    const changed = await send(`PUT /models/${created.id}`, { bearer, body: { priority: 7, is_members_only: true } })
    expect(changed.body).toMatchObject({ priority: 7, isMembersOnly: true })
    const wrong = await send(`PUT /models/${created.id}`, { bearer, body: { priority: -1 } })
    expect(wrong.error?.fields[0]).toMatchObject({ path: 'priority', rule: 'too_small' })
    expect((await send(`DELETE /models/${created.id}`, { bearer })).body).toEqual({ ok: true })
    const { bearer: creator } = await person()
    expect((await send('POST /models', { bearer: creator, body: sampleModel('third') })).status).toBe(403)
  })
})

describe('API keys', () => {
  const keyOf = async (bearer: string, scopes: string[]) => {
    const created = await api.mutate('apiKeys.create', { bearer, input: { name: 'script', scopes } })
    return created.data as { key: string; apiKey: { id: string } }
  }

  it('opens what its scopes name, over both doors, and is refused with the next call once revoked', async () => {
    const { bearer } = await person()
    const { key, apiKey } = await keyOf(bearer, ['credits:read'])
    expect(await balanceOf(key)).toMatchObject({ credits: 50 })
    expect((await api.query('credits.balance', { bearer: key })).status).toBe(200)
    const refused = await generate(key, { input: form })
    expect(refused).toMatchObject({ status: 403, error: { code: 'API_KEY_SCOPE_MISSING' } })
    await api.mutate('apiKeys.revoke', { bearer, input: { apiKeyId: apiKey.id } })
    expect((await send('GET /credit/balance', { bearer: key })).error?.code).toBe('API_KEY_REVOKED')
  })

  it('writes and watches with the scopes for it', async () => {
    const { bearer } = await person()
    const { key } = await keyOf(bearer, ['writing', 'creations:read'])
    const { generationId } = (await generate(key, { input: form })).body as GenerationStartedDto
    const stream = await fetch(`${api.url}/api/v1/creations/${generationId}/events`, {
      headers: { authorization: `Bearer ${key}` },
    })
    expect(stream.headers.get('content-type')).toContain('text/event-stream')
    await stream.body?.cancel()
    const missing = await send(`GET /creations/${formatId('generation', api.ctx.newId())}/events`, { bearer: key })
    expect(missing.error?.code).toBe('GENERATION_NOT_FOUND')
  })

  it('never reaches what belongs to the person or to operators, whoever made it', async () => {
    const { accessToken: bearer } = await api.signIn('admin')
    const { key } = await keyOf(bearer, ['writing', 'creations:write', 'models:read', 'account:read'])
    for (const path of ['apiKeys.list', 'auth.sessions', 'users.list', 'models.catalogue', 'workflows.running']) {
      expect((await api.query(path, { bearer: key, input: {} })).error?.code, path).toBe('API_KEY_SCOPE_MISSING')
    }
    for (const path of ['auth.changePassword', 'auth.updateMe', 'auth.revokeOtherSessions', 'apiKeys.create']) {
      expect((await api.mutate(path, { bearer: key, input: {} })).error?.code, path).toBe('API_KEY_SCOPE_MISSING')
    }
    expect((await send('PUT /auth/me', { bearer: key, body: { displayName: '新' } })).status).toBe(403)
    expect((await send('POST /models', { bearer: key, body: sampleModel('fourth') })).status).toBe(403)
    expect((await api.query('system.info', { bearer: key })).data).toMatchObject({ temporalUiUrl: null })
    expect((await send('GET /auth/me', { bearer: key })).status).toBe(200)
  })

  it('is no key in a cookie', async () => {
    const { bearer } = await person()
    const { key } = await keyOf(bearer, ['account:read'])
    expect((await api.query('auth.me', { app: 'web', cookies: `mz_web_access=${key}` })).status).toBe(401)
  })
})
