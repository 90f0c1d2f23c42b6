import { textVendorKeys } from '@mozhou/contracts/models/vendor-keys'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createTextModel } from './registry.ts'
import { collectAnswer } from './testing/collect-answer.ts'
import { textTarget } from './testing/text-target.ts'
import type { VendorServer } from './testing/vendor-server.ts'
import { startVendorServer } from './testing/vendor-server.ts'

let server: VendorServer
beforeAll(async () => {
  server = await startVendorServer()
})
afterAll(() => server.stop())

const request = { messages: [{ role: 'user', content: '你好' } as const], maxOutputTokens: 100, endUserKey: 'test' }

it.each(textVendorKeys)('%s sends neither key nor prompt to an address nobody vouches for', async (vendor) => {
  const target = textTarget(vendor, `${server.url}/v2`, { network: 'public' })
  const { failure } = await collectAnswer(createTextModel(target), request)
  expect(failure).toMatchObject({ kind: 'model_gone', details: { vendorCode: 'ADDRESS_REFUSED' } })
  expect(server.requests).toEqual([])
})

it('nor is a key pair signed for one', async () => {
  const target = textTarget('baidu', `${server.url}/v2`, {
    network: 'public',
    authProfile: 'access_key_pair',
    credentials: { apiKey: 'access-key', secretKey: 'secret-key' },
  })
  const { failure } = await collectAnswer(createTextModel(target), request)
  expect(failure).toMatchObject({ kind: 'model_gone', details: { vendorCode: 'ADDRESS_REFUSED' } })
  expect(server.requests).toEqual([])
})

it.each(textVendorKeys)('%s does not follow a redirect', async (vendor) => {
  server.play({ status: 302, headers: { location: 'http://169.254.169.254/latest/meta-data' }, chunks: [] })
  const { failure } = await collectAnswer(createTextModel(textTarget(vendor, `${server.url}/v2`)), request)
  expect(failure).not.toBeNull()
  expect(server.requests.splice(0)).toHaveLength(1)
})
