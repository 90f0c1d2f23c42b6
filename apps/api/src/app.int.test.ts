import { termsVersion } from '@mozhou/contracts/accounts/terms'
import { createLogger } from '@mozhou/domain/create-logger'
import { testPassword } from '@mozhou/domain/testing/test-domain'
import { afterEach, expect, it } from 'vitest'
import type { HealthReport } from './http/health.ts'
import { createRateLimits } from './rate-limits.ts'
import { startApi } from './testing/start-api.ts'
import type { TestApi } from './testing/start-api.ts'

const running: TestApi[] = []
async function start(options: Parameters<typeof startApi>[0] = {}): Promise<TestApi> {
  const api = await startApi(options)
  running.push(api)
  return api
}
afterEach(async () => {
  await Promise.all(running.splice(0).map((api) => api.close()))
})

const noRedis = 'redis://127.0.0.1:1'
const answer = async (): Promise<never> => {
  throw new Error('connect to temporal at 10.1.2.3 with key geheim')
}
const broken = {
  ping: answer,
  startGeneration: answer,
  stopGeneration: answer,
  startAudit: answer,
  watchOrder: answer,
  tellOrderSettled: answer,
  startRefund: answer,
  startCouponIssue: answer,
  startPublications: answer,
  replanPublication: answer,
  tellPublication: answer,
  tellWithdrawal: answer,
  startVerification: answer,
  startReconciliation: answer,
  pageOf: () => null,
  startPasswordReset: answer,
  findRun: answer,
  listRunning: answer,
}

it('names the field and the rule of every invalid input', async () => {
  const api = await start()
  const input = {
    username: 'a b',
    email: 'nobody',
    password: '密'.repeat(25),
    referralCode: 'OOOO1111',
    acceptedTerms: '2020-01-01',
  }
  const { status, error } = await api.mutate('auth.register', { input })
  expect(status).toBe(400)
  expect(error).toMatchObject({ code: 'VALIDATION_FAILED', params: {} })
  const rules = (error?.fields ?? []).map(({ path, rule }) => `${path} ${rule}`)
  expect(rules).toEqual([
    'username invalid_format',
    'email invalid_format',
    'password max_bytes',
    'referralCode referral_code',
    'acceptedTerms terms_version',
  ])
})

it('gives what it cannot even read the same shape', async () => {
  const api = await start()
  const post = async (body: string, type = 'application/json') => {
    const headers = { 'content-type': type }
    const response = await fetch(`${api.url}/trpc/auth.login`, { method: 'POST', headers, body })
    const json = (await response.json()) as { error: { data: { app: unknown } } }
    return { status: response.status, app: json.error.data.app }
  }
  expect(await post('{"login":')).toMatchObject({ status: 400, app: { code: 'VALIDATION_FAILED' } })
  expect(await post('x=1', 'text/csv')).toMatchObject({ status: 415, app: { code: 'UNSUPPORTED_MEDIA_TYPE' } })
  const long = JSON.stringify({ login: 'x'.repeat(2_000_000), password: 'x' })
  expect(await post(long)).toMatchObject({ status: 413, app: { code: 'PAYLOAD_TOO_LARGE' } })
  expect(await api.query('auth.login')).toMatchObject({ status: 405, error: { code: 'METHOD_NOT_ALLOWED' } })
  const unknown = await api.query('nothing.here')
  expect(unknown).toMatchObject({ status: 404, error: { code: 'NOT_FOUND' } })
  expect(unknown.error?.requestId).toBe(unknown.headers.get('x-request-id'))
})

it('scrubs an unexpected error and logs it once, in full, with the request id', async () => {
  const lines: Record<string, unknown>[] = []
  const log = createLogger(
    { name: 'test', level: 'info' },
    { write: (line: string) => void lines.push(JSON.parse(line) as Record<string, unknown>) },
  )
  const domain = await start()
  const api = await start({ deps: { workflows: broken, domain: { ...domain.ctx, log } } })
  const { accessToken: bearer } = await domain.signIn('admin')
  const { status, text, error, headers } = await api.query('workflows.running', { bearer })
  expect(status).toBe(500)
  const requestId = headers.get('x-request-id')
  expect(error).toEqual({ code: 'INTERNAL', params: {}, requestId })
  expect(text).not.toMatch(/geheim|10\.1\.2\.3|stack|\.ts/)
  const faults = lines.filter((line) => line['msg'] === 'request failed')
  expect(faults).toHaveLength(1)
  expect(faults[0]).toMatchObject({ requestId, path: 'workflows.running' })
  expect(JSON.stringify(faults[0])).toContain('10.1.2.3')
  expect(lines.find((line) => line['msg'] === 'request')).toMatchObject({ requestId, status: 500 })
  expect(JSON.stringify(lines)).not.toContain(bearer)
})

it('logs neither passwords nor tokens nor inputs of a sign-up', async () => {
  const lines: string[] = []
  const log = createLogger({ name: 'test', level: 'trace' }, { write: (line: string) => void lines.push(line) })
  const domain = await start()
  const api = await start({ deps: { domain: { ...domain.ctx, log } } })
  const input = { username: 'logged', email: 'logged@example.com', password: testPassword, acceptedTerms: termsVersion }
  const registered = await api.mutate('auth.register', { app: 'web', input })
  const cookies = registered.setCookies.map((cookie) => cookie.split(';')[0] ?? '')
  await api.query('auth.me', { app: 'web', cookies: cookies.join('; ') })
  await api.query('nothing.here', { input: { secret: 'geheim' } })
  const text = lines.join('')
  expect(lines.length).toBeGreaterThan(2)
  for (const secret of [testPassword, 'geheim', ...cookies.map((cookie) => cookie.split('=')[1] ?? '')]) {
    expect(text).not.toContain(secret)
  }
})

it('is ready, names each part, and says which is down', async () => {
  const ready = async (api: TestApi) => {
    const response = await fetch(`${api.url}/health/ready`)
    return { status: response.status, report: (await response.json()) as HealthReport }
  }
  const whole = await ready(await start())
  expect(whole).toMatchObject({ status: 200, report: { status: 'ok', parts: { postgres: { status: 'ok' } } } })
  expect(Object.keys(whole.report.parts)).toEqual(['postgres', 'redis', 'temporal'])

  const noCache = await ready(await start({ redisUrl: noRedis }))
  expect(noCache).toMatchObject({
    status: 200,
    report: { status: 'degraded', parts: { redis: { status: 'down' }, postgres: { status: 'ok' } } },
  })

  const hanging = { name: 'postgres', isRequired: true, check: () => new Promise<void>(() => {}) }
  const noDatabase = await ready(await start({ deps: { health: [hanging] } }))
  expect(noDatabase).toMatchObject({ status: 503, report: { status: 'down', parts: { postgres: { status: 'down' } } } })

  const stopping = await ready(await start({ deps: { shutdown: AbortSignal.abort() } }))
  expect(stopping).toMatchObject({ status: 503, report: { status: 'stopping' } })
  expect((await fetch(`${running[0]?.url}/health/live`)).status).toBe(200)
})

it('signs people in and serves them without Redis', async () => {
  const api = await start({ redisUrl: noRedis })
  const input = {
    username: 'offline',
    email: 'offline@example.com',
    password: testPassword,
    acceptedTerms: termsVersion,
  }
  const registered = await api.mutate('auth.register', { input })
  const { accessToken: bearer } = registered.data as { accessToken: string }
  expect((await api.query('auth.me', { bearer })).status).toBe(200)
  expect((await api.query('memberships.status', { bearer })).data).toEqual({
    isMember: false,
    endsAt: null,
    benefits: null,
  })
})

it.each([
  ['with Redis', undefined],
  ['without Redis, in each process', noRedis],
])('limits calls per person and per address, %s', async (_name, redisUrl) => {
  const domain = await start(redisUrl === undefined ? {} : { redisUrl })
  const limits = createRateLimits(domain.ctx.redis, {
    user: 5,
    address: 1_000,
    anonymous: 8,
    auth: 3,
    authHour: 100,
    refresh: 100,
  })
  const api = await start({ deps: { domain: domain.ctx, limits } })
  const [one, other] = [await domain.signIn('creator'), await domain.signIn('creator')]
  const me = (bearer: string) => api.query('auth.me', { bearer })
  const codes = async (times: number, send: () => ReturnType<typeof me>) =>
    (await Promise.all(Array.from({ length: times }, send))).filter((sent) => sent.status === 429)
  const refused = await codes(9, () => me(one.accessToken))
  expect(refused).toHaveLength(4)
  expect(refused[0]?.error?.code).toBe('RATE_LIMITED')
  expect(refused[0]?.error?.params['retryAfterSeconds']).toBeGreaterThan(0)
  expect(await codes(5, () => me(other.accessToken))).toHaveLength(0)
  const login = () => api.mutate('auth.login', { input: { login: 'x', password: 'x' } })
  expect(await codes(4, login)).toHaveLength(1)
  expect(await codes(8, () => api.query('system.info'))).toHaveLength(4)
})

it('counts a password that was right at its account, so that an address is shut out by what fails there alone', async () => {
  const domain = await start()
  const many = 1_000
  const settings = { user: many, address: many, anonymous: many, auth: many, authHour: 4, refresh: many }
  const api = await start({ deps: { domain: domain.ctx, limits: createRateLimits(domain.ctx.redis, settings) } })
  const people = ['one', 'other'].map((name) => `${name}-${domain.ctx.newId().slice(-8)}`)
  for (const username of people) {
    const input = { username, email: `${username}@example.com`, password: testPassword, acceptedTerms: termsVersion }
    expect((await api.mutate('auth.register', { input })).status).toBe(200)
  }
  const [one, other] = people
  const login = async (name = '', password = testPassword) =>
    (await api.mutate('auth.login', { input: { login: name, password } })).status
  const statuses: number[] = []
  for (const name of [one, one, one, other, other]) statuses.push(await login(name))
  for (const password of ['wrong 1', 'wrong 2', testPassword]) statuses.push(await login(other, password))
  expect(statuses).toEqual([200, 200, 200, 200, 200, 401, 401, 429])
})

it('limits everybody behind one address together', async () => {
  const domain = await start()
  const limits = createRateLimits(domain.ctx.redis, {
    user: 100,
    address: 6,
    anonymous: 100,
    auth: 100,
    authHour: 100,
    refresh: 100,
  })
  const api = await start({ deps: { domain: domain.ctx, limits } })
  const people = await Promise.all([domain.signIn('creator'), domain.signIn('creator')])
  const answers = await Promise.all(
    people.flatMap(({ accessToken }) => Array.from({ length: 5 }, () => api.query('auth.me', { bearer: accessToken }))),
  )
  expect(answers.filter(({ status }) => status === 429)).toHaveLength(4)
})

it('counts every call of a batch', async () => {
  const domain = await start()
  const limits = createRateLimits(domain.ctx.redis, {
    user: 5,
    address: 1_000,
    anonymous: 3,
    auth: 100,
    authHour: 100,
    refresh: 100,
  })
  const api = await start({ deps: { domain: domain.ctx, limits } })
  const paths = Array.from({ length: 10 }, () => 'system.info').join(',')
  const response = await fetch(`${api.url}/trpc/${paths}?batch=1&input={}`)
  const results = (await response.json()) as { error?: { data: { app: { code: string } } } }[]
  expect(results.filter((result) => result.error?.data.app.code === 'RATE_LIMITED')).toHaveLength(7)
})

it('serves data only: nothing may load, frame or sniff', async () => {
  const api = await start()
  const { headers } = await api.query('system.info')
  expect(headers.get('content-security-policy')).toContain("default-src 'none'")
  expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect(headers.get('x-powered-by')).toBeNull()
  expect(headers.get('access-control-allow-origin')).toBeNull()
})

it('makes a request id of its own, whatever came with the request', async () => {
  const api = await start()
  for (const given of ['x', 'a'.repeat(65), '{"level":60} x', 'request-from-proxy']) {
    const { headers } = await api.query('system.info', { headers: { 'x-request-id': given } })
    expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
  }
})

it('counts requests and calls for Prometheus without raw paths', async () => {
  const api = await start()
  await api.query('system.info')
  await fetch(`${api.url}/some/raw/path`)
  const text = await (await fetch(`${api.url}/metrics`)).text()
  expect(text).toContain('mozhou_procedure_duration_seconds_count{path="system.info",type="query",code="OK"} 1')
  expect(text).toMatch(/mozhou_http_request_duration_seconds_count\{method="GET",route="\/trpc",status="200"\} 1/)
  expect(text).not.toContain('raw')
  expect(text).toContain('process_cpu_seconds_total')
})

it('tells Prometheus what money is unsettled', async () => {
  const api = await start()
  const text = await (await fetch(`${api.url}/metrics`)).text()
  for (const check of ['withoutEntry', 'withoutPeriod', 'withoutPayment', 'unpaidWithPayment', 'openFindings'])
    expect(text).toContain(`mozhou_money_unsettled{check="${check}"} 0`)
})

it('marks cookies secure in production', async () => {
  const api = await start({ deps: { isProduction: true } })
  const input = { username: 'secure', email: 'secure@example.com', password: testPassword, acceptedTerms: termsVersion }
  const { setCookies } = await api.mutate('auth.register', { app: 'web', input })
  for (const cookie of setCookies) expect(cookie).toContain('; Secure')
})
