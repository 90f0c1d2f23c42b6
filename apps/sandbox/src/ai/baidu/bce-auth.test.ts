import { expect, it } from 'vitest'
import { isSignedBy, parseBceAuthorization, signBce, type SignedRequest } from './bce-auth.ts'

// The vendor's own worked example: cloud.baidu.com/doc/Reference/s/njwvz1yfu
const example: SignedRequest = {
  method: 'PUT',
  path: '/v1/test/myfolder/readme.txt',
  query: new URLSearchParams({ partNumber: '9', uploadId: 'a44cc9bab11cbd156984767aad637851' }),
  headers: {
    host: 'bj.bcebos.com',
    date: 'Mon, 27 Apr 2015 16:23:49 +0800',
    'content-type': 'text/plain',
    'content-length': '8',
    'content-md5': 'NFzcPqhviddjRNnSOGo4rw==',
    'x-bce-date': '2015-04-27T08:23:49Z',
  },
}
const secret = 'b'.repeat(32)
const signature = 'd74a04362e6a848f5b39b15421cb449427f419c95a480fd6b8cf9fc783e2999e'
const header = (signed: string, digest = signature) =>
  `bce-auth-v1/${'a'.repeat(32)}/2015-04-27T08:23:49Z/1800/${signed}/${digest}`

it.each(['', 'content-length;content-md5;content-type;host;x-bce-date'])(
  'signs the vendor’s example with headers “%s”',
  (signed) => {
    const authorization = parseBceAuthorization(header(signed))
    if (authorization === null) throw new Error('the example does not parse')
    expect(signBce(example, secret, authorization)).toBe(signature)
    expect(isSignedBy(example, secret, authorization)).toBe(true)
  },
)

it.each<[string, Partial<SignedRequest>]>([
  ['method', { method: 'GET' }],
  ['path', { path: '/v1/test/other' }],
  ['query', { query: new URLSearchParams({ partNumber: '10' }) }],
  ['header', { headers: { ...example.headers, host: 'elsewhere' } }],
])('refuses another %s', (_name, changes) => {
  const authorization = parseBceAuthorization(header('host;x-bce-date', signature))
  if (authorization === null) throw new Error('the example does not parse')
  const good = { ...authorization, signature: signBce(example, secret, authorization) }
  expect(isSignedBy(example, secret, good)).toBe(true)
  expect(isSignedBy({ ...example, ...changes }, secret, good)).toBe(false)
  expect(isSignedBy(example, 'c'.repeat(32), good)).toBe(false)
})

it.each(['', 'Bearer x', 'bce-auth-v1/a/yesterday/1800/host/abc', header('host', 'short')])(
  'does not parse “%s”',
  (text) => {
    expect(parseBceAuthorization(text)).toBeNull()
  },
)
