import { expect, it } from 'vitest'
import { firstTouchLimits } from '@mozhou/contracts/accounts/first-touch'
import { firstTouchOf, rememberFirstTouch } from './first-touch.ts'

const now = new Date('2026-11-29T08:00:00Z')
const at = 'at=2026-11-29T08%3A00%3A00.000Z'
const touch = (url: string, referrer = '') => firstTouchOf({ url: new URL(url), referrer, now })

it('notes the campaign, the code and the site that linked here, and no page of it', () => {
  expect(
    touch(
      'https://mozhou.test/?utm_source=zhihu&utm_medium=cpc&utm_campaign=%E6%98%A5&x=1&ref=K7M2PQ9R',
      'https://www.zhihu.com/question/1?who=me',
    ),
  ).toBe(`utm_source=zhihu&utm_medium=cpc&utm_campaign=%E6%98%A5&ref=K7M2PQ9R&referrer=www.zhihu.com&${at}`)
})

it('notes no site for our own pages, for none, and for what is no address', () => {
  for (const referrer of ['https://mozhou.test:8443/tools', '', 'about:client', 'nonsense'])
    expect(touch('https://mozhou.test/register', referrer)).toBe(at)
})

it('is what a cookie may hold, and short, whatever the address says', () => {
  const odd = encodeURIComponent('"; Path=/;, \\\r\n宣传'.repeat(60))
  const text = touch(
    `https://mozhou.test/?utm_source=${odd}&utm_medium=${odd}&utm_campaign=${odd}&ref=${odd}`,
    `https://${'a'.repeat(60)}.test`,
  )
  expect(text).toMatch(/^[\w.*%+&=-]+$/)
  expect(text.length).toBeLessThan(firstTouchLimits.cookie)
})

it('keeps the first visit', () => {
  const page = { cookie: 'theme=dark', referrer: 'https://zhihu.com/' }
  rememberFirstTouch(page, new URL('https://mozhou.test/'), now)
  expect(page.cookie).toBe(`mz_first_touch=referrer=zhihu.com&${at}; Max-Age=2592000; Path=/; SameSite=Lax; Secure`)
  const later = { cookie: 'theme=dark; mz_first_touch=at=1', referrer: 'https://weibo.com/' }
  rememberFirstTouch(later, new URL('https://mozhou.test/?utm_source=weibo'), now)
  expect(later.cookie).toBe('theme=dark; mz_first_touch=at=1')
  const insecure = { cookie: '', referrer: '' }
  rememberFirstTouch(insecure, new URL('http://127.0.0.1:3000/'), now)
  expect(insecure.cookie).not.toContain('Secure')
})
