import { createHmac } from 'node:crypto'
import { expect, it } from 'vitest'
import { signDelivery } from './sign-delivery.ts'

const secret = `whsec_${Buffer.from('0123456789abcdef01234567').toString('base64')}`
const given = {
  id: 'whd_1',
  at: new Date(1_796_083_200_000),
  payload: { event: 'publication.published', 标题: '露营' },
}

it('signs id, time and body with the key behind the prefix', () => {
  const { headers, body } = signDelivery(secret, given)
  const expected = createHmac('sha256', '0123456789abcdef01234567').update(`whd_1.1796083200.${body}`).digest('base64')
  expect(headers).toMatchObject({
    'webhook-id': 'whd_1',
    'webhook-timestamp': '1796083200',
    'webhook-signature': `v1,${expected}`,
  })
  expect(JSON.parse(body)).toEqual(given.payload)
})

it('is another signature for another body, time, id or secret', () => {
  const of = (change: Partial<typeof given>, by = secret) =>
    signDelivery(by, { ...given, ...change }).headers['webhook-signature']
  const all = [
    of({}),
    of({ id: 'whd_2' }),
    of({ at: new Date(0) }),
    of({ payload: { event: 'x', 标题: '' } }),
    of({}, 'whsec_AAAA'),
  ]
  expect(new Set(all).size).toBe(all.length)
})
