import { describe, expect, it } from 'vitest'
import { readSandboxUrl } from '../ai/testing/env.ts'
import { createSandboxChannel } from './sandbox-channel.ts'
import { failureOf } from './testing/failure-of.ts'
import { closedAddress } from './testing/notice-server.ts'
import { newOrderNo } from './testing/sample-order.ts'
import { openSandboxMerchant } from './testing/sandbox-merchant.ts'

const clock = { now: () => new Date() }

describe.each(['alipay', 'wechat'] as const)('%s of the sandbox', (channel) => {
  it('asks for its keys with the first call', async () => {
    const sandboxUrl = readSandboxUrl()
    const { id: merchant } = await openSandboxMerchant(channel)
    for (const named of [{}, { merchant }]) {
      const ours = createSandboxChannel({ sandboxUrl, channel, clock, ...named })
      expect(ours).toMatchObject({ channel, isSandbox: true })
      // What operators are offered as a test call: an order that does not exist.
      expect(await ours.query(newOrderNo())).toMatchObject({ state: 'absent' })
    }
  })

  it('says so while the sandbox is away, and answers without it', async () => {
    const ours = createSandboxChannel({ sandboxUrl: await closedAddress(), channel, clock })
    expect(await failureOf(ours.query('R000001'))).toEqual(['unavailable', 'sandbox_unreachable'])
    expect(ours.answerTo('accepted').status).toBe(200)
    expect(ours.answerTo('refused').status).toBe(400)
  })
})
