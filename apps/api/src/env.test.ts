import { createHash } from 'node:crypto'
import { developmentDefaults } from '@mozhou/domain/development-defaults'
import { expect, it } from 'vitest'
import { parseEnv } from './env.ts'

const production = {
  NODE_ENV: 'production',
  DATABASE_URL: 'postgresql://mozhou:s3cr3t@db.internal:5432/mozhou',
  REDIS_URL: 'rediss://cache.internal:6380',
  SECRET_KEY: 'Zk3v9Qx7Lw2Rt8Yb5Nc1Md6Hf4Gj0Kp!sUeAoI',
  CREDENTIALS_KEYS: `2026:${createHash('sha256').update('as random').digest('base64')}`,
  TEMPORAL_ADDRESS: 'temporal.internal:7233',
  FILES_DIR: '/var/lib/mozhou/files',
  WEB_ORIGIN: 'https://mozhou.example',
  ADMIN_ORIGIN: 'https://admin.mozhou.example/',
}
const problemsOf = (values: Record<string, string | undefined>) => {
  try {
    parseEnv(values)
    return []
  } catch (cause) {
    return (cause instanceof Error ? cause.message : '')
      .split('\n')
      .slice(1)
      .map((line) => line.trim())
  }
}

it('works without any setting on a development machine', () => {
  const env = parseEnv({})
  expect(env).toMatchObject({ NODE_ENV: 'development', API_PORT: 3100, SIGNUP_GIFT_CREDITS: 50, TRUST_PROXY: false })
  expect(env.DATABASE_URL).toBe('postgresql://mozhou:mozhou@127.0.0.1:3432/mozhou')
  expect(env.WEB_ORIGIN).toEqual(['http://127.0.0.1:3000', 'http://localhost:3000'])
})

it('follows the ports that the launcher uses, and takes an empty value for no value', () => {
  const env = parseEnv({ POSTGRES_PORT: '13432', ADMIN_PORT: '13001', SANDBOX_PORT: '13200', SECRET_KEY: '' })
  expect(env.DATABASE_URL).toContain(':13432/')
  expect(env.ADMIN_ORIGIN).toContain('http://localhost:13001')
  expect(env.SANDBOX_URL).toBe('http://127.0.0.1:13200')
  expect(env.SECRET_KEY).toContain('development-only')
})

it('takes our own addresses by commas, and nothing that is none', () => {
  expect(parseEnv({}).PUBLIC_EGRESS_IP).toBeUndefined()
  expect(parseEnv({ PUBLIC_EGRESS_IP: '203.0.113.7, 2001:db8::7' }).PUBLIC_EGRESS_IP).toEqual([
    '203.0.113.7',
    '2001:db8::7',
  ])
  expect(problemsOf({ PUBLIC_EGRESS_IP: '203.0.113.7,api.example.com' })[0]).toContain('PUBLIC_EGRESS_IP')
})

it('names everything that is wrong at once, without the values', () => {
  const values = { API_PORT: 'geheim', REDIS_URL: 'http://geheim', SECRET_KEY: 'geheim', TEMPORAL_ADDRESS: 'geheim' }
  const problems = problemsOf(values)
  expect(new Set(problems.map((problem) => problem.split(':')[0]))).toEqual(new Set(Object.keys(values)))
  expect(problems.join()).not.toContain('geheim')
})

it('starts in production when everything is set', () => {
  const env = parseEnv(production)
  expect(env.ADMIN_ORIGIN).toEqual(['https://admin.mozhou.example'])
  expect(env.SANDBOX_URL).toBeUndefined()
  expect(env.CREDENTIALS_KEYS.has('2026')).toBe(true)
})

it('names every missing value in production', () => {
  const { NODE_ENV, ...needed } = production
  const problems = problemsOf({ NODE_ENV })
  expect(new Set(problems)).toEqual(new Set(Object.keys(needed).map((name) => `${name}: is not set`)))
})

const publicValues = developmentDefaults({})
it.each([
  ['DATABASE_URL', publicValues.DATABASE_URL],
  ['SECRET_KEY', publicValues.SECRET_KEY],
  ['SECRET_KEY', 'changeme'.repeat(8)],
  ['SECRET_KEY', 'short'],
  ['CREDENTIALS_KEYS', publicValues.CREDENTIALS_KEYS],
  ['CREDENTIALS_KEYS', 'k:c2hvcnQ='],
  ['SANDBOX_URL', 'http://127.0.0.1:3200'],
  ['WEB_ORIGIN', 'http://mozhou.example'],
  ['WEB_ORIGIN', 'https://mozhou.example,HTTP://www.mozhou.example'],
  ['ADMIN_ORIGIN', 'https://mozhou.example'],
  ['ADMIN_ORIGIN', 'https://admin.mozhou.example,https://MOZHOU.example.:8443'],
  ['ADMIN_ORIGIN', 'https://admin.example/path'],
])('refuses to start in production with this %s: %s', (name, value) => {
  const problems = problemsOf({ ...production, [name]: value })
  expect(problems.length).toBeGreaterThan(0)
  expect(problems.every((problem) => problem.startsWith(`${name}:`))).toBe(true)
})
