import { QueryClient, QueryClientProvider } from '@tanstack/solid-query'
import { TRPCClientError } from '@trpc/client'
import { cleanup, fireEvent, render, screen } from '@solidjs/testing-library'
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { TestI18n } from '../testing/test-i18n.tsx'
import { DecisionDialog } from './decision-dialog.tsx'
import { refusalIssues } from '../wire/refusal-issues.ts'

/** A dialog keeps clear of toasts by its height; nothing has one here. */
class NoSizes implements ResizeObserver {
  observe() {}
  unobserve() {}
  disconnect() {}
}
beforeAll(() => vi.stubGlobal('ResizeObserver', NoSizes))
afterEach(cleanup)
afterAll(() => vi.unstubAllGlobals())

const refusal = (code: string, more: object = {}) =>
  TRPCClientError.from({
    error: { code: -32_000, message: code, data: { app: { code, params: {}, requestId: 'r', ...more } } },
  })

function show(send: (note: string) => Promise<unknown>, onDone = () => Promise.resolve()) {
  const onClose = vi.fn()
  render(() => (
    <QueryClientProvider client={new QueryClient()}>
      <TestI18n>
        <DecisionDialog
          title="处理订单"
          description="不动钱"
          action="处理"
          note={{ name: 'reason', label: '原因', placeholder: '' }}
          toInput={(reason) => ({ reason })}
          schema={() => Promise.resolve(z.object({ reason: z.string().min(4) }))}
          send={send}
          done="已处理"
          onDone={onDone}
          onClose={onClose}
        />
      </TestI18n>
    </QueryClientProvider>
  ))
  return onClose
}

async function decide(reason: string) {
  fireEvent.input(await screen.findByRole('textbox', { name: /原因/ }), { target: { value: reason } })
  fireEvent.click(screen.getByRole('button', { name: '处理' }))
}

it('says at the reason that it is too short, and sends nothing', async () => {
  const send = vi.fn(() => Promise.resolve())
  show(send)
  await decide('好')
  expect(await screen.findByText(/原因.*4/)).toBeDefined()
  expect(send).not.toHaveBeenCalled()
})

it('sends the words, reads again and closes', async () => {
  const send = vi.fn(() => Promise.resolve())
  const onDone = vi.fn(() => Promise.resolve())
  const onClose = show(send, onDone)
  await decide('工单 1024')
  await vi.waitFor(() => expect(onDone).toHaveBeenCalled())
  expect(send).toHaveBeenCalledExactlyOnceWith('工单 1024')
  expect(onClose).toHaveBeenCalled()
})

it('says a refusal once: at the reason what is about it, below what is not', async () => {
  const fields = [{ path: 'reason', rule: 'too_small', params: { minimum: 6, origin: 'string' } }]
  show(() => Promise.reject(refusal('VALIDATION_FAILED', { fields })))
  await decide('工单 1024')
  expect(await screen.findByText(/原因.*6/)).toBeDefined()
  cleanup()
  const onClose = show(() => Promise.reject(refusal('FORBIDDEN')))
  await decide('工单 1024')
  expect(await screen.findByText(/没有权限/)).toBeDefined()
  expect(onClose).not.toHaveBeenCalled()
})

it('finds the box that a refusal is about by its fields, its params, or its code', () => {
  const fields = [{ path: 'a', rule: 'required', params: {} }]
  expect(refusalIssues(refusal('VALIDATION_FAILED', { fields }))).toEqual(fields)
  const named = refusal('MODEL_IS_DEFAULT', { params: { field: 'isEnabled', model: '甲' } })
  expect(refusalIssues(named)).toMatchObject([{ path: 'isEnabled', rule: 'refused' }])
  expect(refusalIssues(refusal('MODEL_ALIAS_TAKEN'), { MODEL_ALIAS_TAKEN: 'alias' })).toMatchObject([
    { path: 'alias', params: { code: 'MODEL_ALIAS_TAKEN' } },
  ])
  expect(refusalIssues(refusal('FORBIDDEN'))).toEqual([])
  expect(refusalIssues(null)).toEqual([])
})
