import { cleanup, render, screen, waitFor } from '@solidjs/testing-library'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { AppDictionary } from './zh.ts'
import { createI18n } from './i18n.tsx'
import { chooseLocale } from './locale.ts'
import { withWords } from './with-words.ts'
import { uiEn } from './en.ts'
import { uiZh } from './zh.ts'

const app = { name: '墨舟', sandbox: '沙盒', sandboxHint: '', notFoundTitle: '', notFoundHint: '', backHome: '' }
const { Provider, addWords, prepare } = createI18n<AppDictionary>({ ...uiZh, app }, () =>
  Promise.resolve({ ...uiEn, app: { ...app, name: 'Mozhou' } }),
)

beforeEach(async () => {
  chooseLocale('zh-CN')
  await prepare()
})
afterEach(cleanup)

const showing = (useI18n: ReturnType<typeof addWords<{ coupons: { title: string } }>>) =>
  render(
    () => {
      const { t } = useI18n()
      return (
        <p>
          {t('app.name')} {t('coupons.title')}
        </p>
      )
    },
    { wrapper: Provider },
  )

it('knows the words of a feature beside those of the app, in either language', async () => {
  const useI18n = addWords({ coupons: { title: '优惠券' } }, () => Promise.resolve({ coupons: { title: 'Coupons' } }))
  showing(useI18n)
  expect(screen.getByText('墨舟 优惠券')).toBeTruthy()
  chooseLocale('en')
  await waitFor(() => expect(screen.getByText('Mozhou Coupons')).toBeTruthy())
})

it('has the English words of code that comes late before that code is shown', async () => {
  chooseLocale('en')
  await prepare()
  const english = vi.fn(() => Promise.resolve({ coupons: { title: 'Coupons' } }))
  const useI18n = await withWords(() => Promise.resolve(addWords({ coupons: { title: '优惠券' } }, english)))
  showing(useI18n)
  expect(screen.getByText('Mozhou Coupons')).toBeTruthy()
  await withWords(() => Promise.resolve())
  expect(english).toHaveBeenCalledOnce()
})

it('fetches no English for who reads Chinese, and asks again after it did not come', async () => {
  const english = vi.fn(() => Promise.resolve({ coupons: { title: 'Coupons' } }))
  english.mockRejectedValueOnce(new TypeError('Failed to fetch'))
  const useI18n = await withWords(() => Promise.resolve(addWords({ coupons: { title: '优惠券' } }, english)))
  expect(english).not.toHaveBeenCalled()
  chooseLocale('en')
  await expect(withWords(() => Promise.resolve(useI18n))).rejects.toThrow('Failed to fetch')
  showing(await withWords(() => Promise.resolve(useI18n)))
  await prepare()
  expect(screen.getByText('Mozhou Coupons')).toBeTruthy()
})
