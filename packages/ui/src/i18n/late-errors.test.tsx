import { lateErrorsEn } from '@mozhou/contracts/errors.late.en'
import { lateErrorsZh } from '@mozhou/contracts/errors.late.zh'
import { cleanup, render, screen } from '@solidjs/testing-library'
import { afterEach, expect, it, vi } from 'vitest'
import type { ShownError } from '../wire/wire-error.ts'
import { uiEn } from './en.ts'
import { createI18n, useUiI18n } from './i18n.tsx'
import { createLateErrors } from './late-errors.ts'
import { chooseLocale } from './locale.ts'
import type { AppDictionary } from './zh.ts'
import { uiZh } from './zh.ts'

const app = { name: '墨舟', sandbox: '沙盒', sandboxHint: '', notFoundTitle: '', notFoundHint: '', backHome: '' }
const code = 'COUPON_NOT_FOUND'
const error: ShownError = { code, params: {}, requestId: null, fields: [] }

afterEach(() => {
  cleanup()
  chooseLocale('zh-CN')
})

function start() {
  const chinese = vi.fn(() => Promise.resolve(lateErrorsZh))
  const english = vi.fn(() => Promise.resolve(lateErrorsEn))
  const late = createLateErrors({ 'zh-CN': chinese, en: english })
  const { Provider } = createI18n<AppDictionary>({ ...uiZh, app }, () => Promise.resolve({ ...uiEn, app }), late)
  const Refusal = () => {
    const { shownError } = useUiI18n()
    return <p role="alert">{shownError(error)}</p>
  }
  const show = () => render(() => <Refusal />, { wrapper: Provider })
  return { chinese, english, late, show }
}

it('names the code of an error whose words are on their way, and says it in full as soon as they are there', async () => {
  const { chinese, english, show } = start()
  show()
  expect(screen.getByRole('alert').textContent).toBe(uiZh.ui.errorWithCode(code))
  await vi.waitFor(() => expect(screen.getByRole('alert').textContent).toBe(lateErrorsZh[code]))
  expect(chinese).toHaveBeenCalledOnce()
  expect(english).not.toHaveBeenCalled()
})

it('stays with the code where the words cannot be fetched, and asks again with the next error', async () => {
  const { chinese, late, show } = start()
  chinese.mockRejectedValueOnce(new TypeError('Failed to fetch'))
  show()
  await late.fetch('zh-CN')
  expect(late.isThere('zh-CN')).toBe(false)
  expect(screen.getByRole('alert').textContent).toBe(uiZh.ui.errorWithCode(code))
  cleanup()
  show()
  await vi.waitFor(() => expect(screen.getByRole('alert').textContent).toBe(lateErrorsZh[code]))
})

it('goes over to the other language in one step, without the code or the wrong language in between', async () => {
  const { late, show } = start()
  await late.fetch('zh-CN')
  show()
  const alert = screen.getByRole('alert')
  const seen = new Set([alert.textContent])
  const observer = new MutationObserver(() => seen.add(alert.textContent))
  observer.observe(alert, { childList: true, characterData: true, subtree: true })
  chooseLocale('en')
  await vi.waitFor(() => expect(alert.textContent).toBe(lateErrorsEn[code]))
  observer.disconnect()
  expect([...seen]).toEqual([lateErrorsZh[code], lateErrorsEn[code]])
})
