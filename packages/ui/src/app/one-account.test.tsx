import { createRoot } from 'solid-js'
import { afterEach, expect, it, vi } from 'vitest'
import { watchAccount } from './one-account.ts'

afterEach(() => localStorage.clear())

const told = (newValue: string | null, key = 'mozhou.account') =>
  window.dispatchEvent(new StorageEvent('storage', { key, newValue }))

it('hears of another account on another page, as long as it is watched', () => {
  const onOther = vi.fn()
  const dispose = createRoot((end) => {
    watchAccount('usr_1', onOther)
    return end
  })
  expect(localStorage.getItem('mozhou.account')).toBe('usr_1')
  told('usr_1')
  told(null)
  told('usr_2', 'mozhou.theme')
  expect(onOther).not.toHaveBeenCalled()
  told('usr_2')
  expect(onOther).toHaveBeenCalledTimes(1)
  dispose()
  told('usr_3')
  expect(onOther).toHaveBeenCalledTimes(1)
})
