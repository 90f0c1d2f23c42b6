import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { developmentDefaults } from './development-defaults.ts'
import { domainEnvironment, parseEnvironment } from './environment.ts'
import { productionRefusals } from './production-refusals.ts'
import { isPublicPassword } from './public-values.ts'
import { demoAccounts } from './seed/demo-accounts.ts'
import { testPassword, testSecretKeys } from './testing/test-domain.ts'

const random = (seed: string) => createHash('sha256').update(seed).digest()
const secret = developmentDefaults({}).SECRET_KEY
const developmentKey = Buffer.from('mozhou-development-only-key-0032')
const namesOf = (given: Record<string, string>) => productionRefusals(given).map((line) => line.split(':')[0])

describe('a secret', () => {
  it.each([
    ['as it is', secret],
    ['with something around it', `x${secret}y`],
    ['cut short', secret.slice(0, 40)],
    ['its end', secret.slice(-40)],
    ['in capitals with other separators', secret.toUpperCase().replaceAll('-', '_')],
    ['in base64', Buffer.from(secret).toString('base64')],
    ['in base64url, one byte further', Buffer.from(`é${secret}é`).toString('base64url')],
    ['in base64 within other letters', `qx7${Buffer.from(`1${secret}234`).toString('base64')}Zz9`],
    ['in base64 twice', Buffer.from(Buffer.from(secret).toString('base64')).toString('base64')],
    ['in hexadecimal', Buffer.from(secret).toString('hex')],
    ['in hexadecimal with colons', Buffer.from(secret).toString('hex').replaceAll(/(..)/g, '$1:')],
    ['made up', 'changeme'.repeat(8)],
  ])('is refused: %s', (_, value) => {
    expect(namesOf({ SECRET_KEY: value })).toEqual(['SECRET_KEY'])
  })

  it('passes when it is random', () => {
    for (const seed of ['a', 'b', 'c']) {
      expect(namesOf({ SECRET_KEY: random(seed).toString('base64') })).toEqual([])
      expect(namesOf({ SECRET_KEY: random(seed).toString('hex') })).toEqual([])
    }
  })
})

describe("the vendor keys' keys", () => {
  const listOf = (...keys: Uint8Array[]) =>
    keys.map((key, at) => `k${at}:${Buffer.from(key).toString('base64')}`).join(',')

  it.each([
    ["development's, under another name", listOf(developmentKey)],
    ["development's, behind a good one", listOf(random('a'), developmentKey)],
    ["the tests'", testSecretKeys],
    ['one that can be typed', listOf(Buffer.from('my-very-own-key-of-32-characters'))],
    ['zeros', listOf(Buffer.alloc(32))],
  ])('are refused: %s', (_, value) => {
    expect(namesOf({ CREDENTIALS_KEYS: value })).toEqual(['CREDENTIALS_KEYS'])
  })

  it('pass when they are random', () => {
    expect(namesOf({ CREDENTIALS_KEYS: listOf(random('a'), random('b')) })).toEqual([])
  })
})

describe('a password in an address', () => {
  it.each([
    ['DATABASE_URL', developmentDefaults({}).DATABASE_URL],
    ['DATABASE_URL', 'postgresql://app:Password@db.example:5432/mozhou'],
    ['DATABASE_URL', 'postgresql://writer:writer@db.example:5432/mozhou'],
    ['DATABASE_URL', 'postgresql://app:mozhou%2Dadmin@db.example:5432/mozhou'],
    ['REDIS_URL', `rediss://:${secret}@cache.example:6380`],
    ['SMTP_URL', 'smtps://mailer:changeme@mail.example'],
  ])('is refused in %s: %s', (name, value) => {
    expect(namesOf({ [name]: value })).toEqual([name])
  })

  it.each([
    ['DATABASE_URL', 'postgresql://mozhou:Zk3v9Qx7Lw2R@db.example:5432/mozhou'],
    // A client certificate or the platform's own identity stands for it.
    ['DATABASE_URL', 'postgresql://mozhou@db.example:5432/mozhou'],
    ['REDIS_URL', 'rediss://cache.example:6380'],
  ])('passes in %s: %s', (name, value) => {
    expect(namesOf({ [name]: value })).toEqual([])
  })
})

it("knows every demo account's password", () => {
  for (const { password } of demoAccounts) expect(isPublicPassword(password)).toBe(true)
  expect(isPublicPassword(testPassword)).toBe(false)
})

it('holds for whatever reads the environment, with no value in the words', () => {
  const values = {
    NODE_ENV: 'production',
    DATABASE_URL: 'postgresql://mozhou:Zk3v9Qx7Lw2R@db.example:5432/mozhou',
    REDIS_URL: 'rediss://cache.example:6380',
    CREDENTIALS_KEYS: `k:${random('a').toString('base64')}`,
  }
  const schema = z.object(domainEnvironment)
  expect(parseEnvironment(schema, values).REDIS_URL).toBe(values.REDIS_URL)
  // Not one of this process's own names.
  expect(() => parseEnvironment(schema, { ...values, SECRET_KEY: secret })).toThrow(/SECRET_KEY: is public/)
  expect(() => parseEnvironment(schema, { ...values, SECRET_KEY: secret })).not.toThrow(secret)
})
