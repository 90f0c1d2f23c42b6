import { lateErrorsEn } from '@mozhou/contracts/errors.late.en'
import { lateErrorsZh } from '@mozhou/contracts/errors.late.zh'
import { createTRPCUntypedClient, TRPCClientError } from '@trpc/client'
import type { AnyTRPCRouter } from '@trpc/server'
import { observable } from '@trpc/server/observable'
import { expect, it, vi } from 'vitest'
import { createLateErrors } from '../i18n/late-errors.ts'
import { errorWordsLink } from './error-words-link.ts'

/** An API that refuses everything with one code, behind words that `come` decides about. */
function start(code: string, come: () => Promise<void>) {
  const ask = vi.fn(come)
  const late = createLateErrors({
    'zh-CN': () => ask().then(() => lateErrorsZh),
    en: () => ask().then(() => lateErrorsEn),
  })
  const refusal = new TRPCClientError<AnyTRPCRouter>(code, {
    result: { error: { code: -32_600, message: code, data: { app: { code, params: {}, requestId: 'req-1' } } } },
  })
  const client = createTRPCUntypedClient<AnyTRPCRouter>({
    links: [errorWordsLink(late), () => () => observable((observer) => observer.error(refusal))],
  })
  const caught = vi.fn()
  void client.query('use').catch(caught)
  return { ask, caught }
}

it('holds a late error back until its words are there', async () => {
  const gate = Promise.withResolvers<undefined>()
  const { ask, caught } = start('COUPON_NOT_FOUND', () => gate.promise)
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect(ask).toHaveBeenCalledOnce()
  expect(caught).not.toHaveBeenCalled()
  gate.resolve(undefined)
  await vi.waitFor(() => expect(caught).toHaveBeenCalledOnce())
})

it('hands it on without words that cannot be fetched', async () => {
  const { caught } = start('COUPON_NOT_FOUND', () => Promise.reject(new TypeError('Failed to fetch')))
  await vi.waitFor(() => expect(caught).toHaveBeenCalledOnce())
})

it('asks for no words for an error that has them from the first bytes', async () => {
  const { ask, caught } = start('LOGIN_FAILED', () => Promise.resolve())
  await vi.waitFor(() => expect(caught).toHaveBeenCalledOnce())
  expect(ask).not.toHaveBeenCalled()
})
