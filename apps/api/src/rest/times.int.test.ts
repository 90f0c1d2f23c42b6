import { afterAll, beforeAll, expect, it } from 'vitest'
import { restClient } from '../testing/rest-client.ts'
import { sampleModel } from '../testing/sample-model.ts'
import { startApi } from '../testing/start-api.ts'
import type { TestApi } from '../testing/start-api.ts'

let api: TestApi
let send: ReturnType<typeof restClient>
let bearer = ''
let modelId = ''
beforeAll(async () => {
  api = await startApi()
  send = restClient(api.url)
  ;({ accessToken: bearer } = await api.signIn('admin'))
  modelId = ((await send('POST /models', { bearer, body: sampleModel('first') })).body as { id: string }).id
})
afterAll(() => api.close())

const early = '0000-01-01T00:00:00Z'
const { price, ...model } = sampleModel('early')

it.each([
  ['from', () => send(`GET /credit/transactions?from=${early}`, { bearer })],
  ['to', () => send('GET /creations?to=0001-01-01T00:00:00%2B08:00', { bearer })],
  ['to', () => send(`GET /models/${modelId}/stats?to=0001-01-05`, { bearer })],
  ['shutdownAt', () => send('POST /models', { bearer, body: { ...model, price, shutdownAt: early } })],
  [
    'price.effectiveFrom',
    () => send('POST /models', { bearer, body: { ...model, price: { ...price, effectiveFrom: early } } }),
  ],
  [
    'price.effectiveFrom',
    () => send(`PUT /models/${modelId}`, { bearer, body: { price: { ...price, effectiveFrom: early } } }),
  ],
])('refuses a year that no database holds, naming %s', async (path, call) => {
  const { status, error } = await call()
  expect({ status, fields: error?.fields }).toMatchObject({ status: 400, fields: [{ path, rule: 'year_range' }] })
})

it.each([
  ['usage.report', { from: '0001-01-01', to: '0001-01-05' }],
  ['usage.csv', { from: '0000-01-01', to: '0000-01-05' }],
  ['usage.mine', { from: '0001-01-01', to: '0001-01-05' }],
  ['credits.transactionsCsv', { from: early }],
])('refuses the same over tRPC: %s', async (path, input) => {
  const { status, error } = await api.query(path, { bearer, input })
  expect({ status, field: error?.fields?.[0] }).toMatchObject({
    status: 400,
    field: { path: 'from', rule: 'year_range' },
  })
})

it('takes times with any offset and keeps them as instants', async () => {
  const at = encodeURIComponent('2026-11-27T08:00:00+08:00')
  expect((await send(`GET /credit/transactions?from=${at}`, { bearer })).status).toBe(200)
  expect((await send(`GET /creations?from=${at}`, { bearer })).status).toBe(200)
  const body = { ...sampleModel('offset'), shutdownAt: '2027-11-27T08:00:00+08:00' }
  const made = await send('POST /models', {
    bearer,
    body: { ...body, price: { ...price, effectiveFrom: '2026-01-01T08:00:00+08:00' } },
  })
  expect(made.body).toMatchObject({
    shutdownAt: '2027-11-27T00:00:00.000Z',
    price: { effectiveFrom: '2026-01-01T00:00:00.000Z' },
  })
})

it('refuses a cursor of the list in another order', async () => {
  const cursor = Buffer.from('newest.1764230400000.019ab3d2-c4e5-7f60-a1b2-c3d4e5f60718').toString('base64url')
  expect((await send(`GET /creations?cursor=${cursor}`, { bearer })).status).toBe(200)
  const { status, error } = await send(`GET /creations?sort=longest&cursor=${cursor}`, { bearer })
  expect({ status, field: error?.fields[0] }).toMatchObject({ status: 400, field: { path: 'cursor', rule: 'cursor' } })
})
