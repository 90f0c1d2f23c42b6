import { AppError } from '@mozhou/contracts/errors'
import { createHmac, generateKeyPairSync } from 'node:crypto'
import jwt from 'jsonwebtoken'
import { expect, it } from 'vitest'
import { createAccessTokens } from './access-tokens.ts'

const secret = 'a secret that has more than 32 bytes in it'
const tokens = createAccessTokens(secret)
const now = new Date('2026-11-01T00:00:00Z')
const times = { id: 'jti-1', issuedAt: now, expiresAt: new Date(now.getTime() + 60_000) }
const claims = { userId: 'user-1', sessionId: 'session-1', app: 'web' } as const
const seconds = Math.floor(now.getTime() / 1000)
const payload = {
  sub: 'user-1',
  sid: 'session-1',
  jti: 'j',
  iss: 'mozhou',
  aud: 'web',
  iat: seconds,
  exp: seconds + 60,
}

const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
const hmac = (body: string, hash: string, key: string) => createHmac(hash, key).update(body).digest('base64url')
function forge(header: object, body: object = payload, hash = 'sha256', key = secret) {
  const text = `${encode(header)}.${encode(body)}`
  return `${text}.${hmac(text, hash, key)}`
}

const refuse = (token: string, at = now) =>
  expect(() => tokens.verify(token, 'web', at)).toThrow(new AppError('UNAUTHENTICATED'))

it('comes back as it went', () => {
  expect(tokens.verify(tokens.sign(claims, times), 'web', now)).toEqual(claims)
})

it('accepts what these forgeries are made from, so that they fail for their one fault', () => {
  expect(tokens.verify(forge({ alg: 'HS256' }), 'web', now)).toEqual(claims)
})

it('refuses other algorithms, none, and an asymmetric key', () => {
  refuse(forge({ alg: 'HS512' }, payload, 'sha512'))
  refuse(forge({ alg: 'HS384' }, payload, 'sha384'))
  refuse(`${encode({ alg: 'none' })}.${encode(payload)}.`)
  refuse(`${encode({ alg: 'None' })}.${encode(payload)}.${hmac('x', 'sha256', secret)}`)
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  refuse(jwt.sign(payload, privateKey, { algorithm: 'RS256' }))
})

it('refuses a foreign key, a foreign issuer and the audience of another app', () => {
  refuse(forge({ alg: 'HS256' }, payload, 'sha256', 'another secret that has more than 32 bytes'))
  refuse(forge({ alg: 'HS256' }, { ...payload, iss: 'elsewhere' }))
  refuse(forge({ alg: 'HS256' }, { ...payload, aud: 'admin' }))
  refuse(tokens.sign({ ...claims, app: 'api' }, times))
})

it('refuses a token after its time, with five seconds for clocks that differ', () => {
  const token = tokens.sign(claims, times)
  const at = (ms: number) => new Date(times.expiresAt.getTime() + ms)
  expect(tokens.verify(token, 'web', at(4_000))).toEqual(claims)
  refuse(token, at(6_000))
})

it.each(['sub', 'sid', 'jti', 'iat', 'exp', 'iss', 'aud'])('refuses a token without %s', (name) => {
  refuse(forge({ alg: 'HS256' }, { ...payload, [name]: undefined }))
})

it('refuses a changed payload and plain noise', () => {
  const [header, , signature] = forge({ alg: 'HS256' }).split('.')
  refuse(`${header}.${encode({ ...payload, sub: 'user-2' })}.${signature}`)
  for (const noise of ['', 'x', 'a.b.c', '....']) refuse(noise)
})

it('does not start with a short key', () => {
  expect(() => createAccessTokens('x'.repeat(31))).toThrow('32 bytes')
})
