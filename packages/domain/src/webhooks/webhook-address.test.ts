import { describe, expect, it } from 'vitest'
import { defaultSettings } from '../environment.ts'
import { productionRefusals } from '../production-refusals.ts'
import { callerOf, isWebhookAddress } from './webhook-address.ts'

const sandboxUrl = 'http://127.0.0.1:3200'
const box = `${sandboxUrl}/__sandbox/webhooks/in/shop`
const guarded: typeof fetch = () => Promise.reject(new Error('refused by the guard'))
const development = { settings: { ...defaultSettings, sandboxUrl }, callOut: guarded }
const production = { settings: defaultSettings, callOut: guarded }

describe('on a development machine', () => {
  it('a box of the sandbox may be called, by any name of this machine', () => {
    for (const url of [box, box.replace('127.0.0.1', 'localhost')]) {
      expect(isWebhookAddress(development, url)).toBe(true)
      expect(callerOf(development, url)).toBe(fetch)
    }
  })

  it.each([
    `${sandboxUrl}/__sandbox/reset`,
    `${sandboxUrl}/__sandbox/webhooks/in/../../reset`,
    `${sandboxUrl}/__sandbox/webhooks/boxes/shop`,
    `${box}?x=1`,
    'http://127.0.0.1:3100/__sandbox/webhooks/in/shop',
    'https://127.0.0.1:3200/__sandbox/webhooks/in/shop',
    'http://user@127.0.0.1:3200/__sandbox/webhooks/in/shop',
    'http://10.0.0.1:3200/__sandbox/webhooks/in/shop',
    'http://example.com/__sandbox/webhooks/in/shop',
  ])('nothing else of it: %s', (url) => {
    expect(isWebhookAddress(development, url)).toBe(false)
    expect(callerOf(development, url)).toBe(guarded)
  })

  it('an address of the world goes by the guard', () => {
    expect(isWebhookAddress(development, 'https://example.com/hook')).toBe(true)
    expect(callerOf(development, 'https://example.com/hook')).toBe(guarded)
  })
})

it('in production no address of a sandbox is called, whatever is stored, and none can be set', () => {
  for (const url of [box, box.replace('127.0.0.1', 'localhost')]) {
    expect(isWebhookAddress(production, url)).toBe(false)
    expect(callerOf(production, url)).toBe(guarded)
  }
  expect(productionRefusals({ NODE_ENV: 'production', SANDBOX_URL: sandboxUrl })).toContain(
    'SANDBOX_URL: has no place in production',
  )
})
