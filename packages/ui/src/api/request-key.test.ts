import { TRPCClientError } from '@trpc/client'
import { expect, it } from 'vitest'
import { createRequestKeys } from './request-key.ts'

function newKeys() {
  let count = 0
  return createRequestKeys(() => `key-${(count += 1)}`)
}

const refusal = TRPCClientError.from({
  error: {
    message: 'CREDITS_INSUFFICIENT',
    code: -32_600,
    data: { app: { code: 'CREDITS_INSUFFICIENT', params: {}, requestId: 'r' } },
  },
})

it('gives each press its own key once the last one was answered', () => {
  const keys = newKeys()
  expect(keys.keyFor({ topic: '春天' })).toBe('key-1')
  keys.answered()
  expect(keys.keyFor({ topic: '春天' })).toBe('key-2')
  keys.failed(refusal)
  expect(keys.keyFor({ topic: '春天' })).toBe('key-3')
})

it('repeats the key of a press whose answer never came, so that it is paid once', () => {
  const keys = newKeys()
  const first = keys.keyFor({ topic: '春天' })
  keys.failed(new TypeError('network'))
  expect(keys.keyFor({ topic: '春天' })).toBe(first)
})

it('never uses one key for two different contents', () => {
  const keys = newKeys()
  const first = keys.keyFor({ topic: '春天' })
  keys.failed(new TypeError('network'))
  expect(keys.keyFor({ topic: '夏天' })).not.toBe(first)
})

it('makes UUIDs', () => {
  expect(createRequestKeys().keyFor({})).toMatch(
    /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
  )
})
