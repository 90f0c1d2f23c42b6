import { firstTouchCookie } from '@mozhou/contracts/accounts/first-touch'
import type { Page } from '@playwright/test'
import { appApi } from './browser/app-api.ts'
import { browserStack, demoAccount } from './browser/env.ts'
import { article, expectSettled, startWriting } from './browser/studio.ts'
import { expect, test } from './browser/test.ts'

/** Everything the browser complains of: console errors (refused by the policy, failed to load), and errors nobody caught. */
function complaintsOf(page: Page): string[] {
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`${page.url()} console: ${message.text()}`)
  })
  page.on('pageerror', (error) => complaints.push(`${page.url()} uncaught: ${error.message}`))
  return complaints
}

async function visit(page: Page, url: string): Promise<void> {
  await page.goto(url)
  await expect(page.getByRole('heading', { level: 1 })).toBeAttached()
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0)
}

test(
  'nothing on the creators’ pages is refused by the policy or fails',
  { tag: '@phone' },
  async ({ page, creator }) => {
    const complaints = complaintsOf(page)
    await visit(page, '/')
    await startWriting(page)
    await expectSettled(page)
    await page.getByRole('button', { name: '小票' }).click()
    await expect(page.getByRole('dialog', { name: '小票' })).toContainText('tokens')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: '复制' }).click()
    await expect(page.getByRole('menuitem', { name: '复制 Markdown' })).toBeVisible()
    for (const path of [
      '/writing',
      '/creations',
      '/credits',
      '/recharge',
      '/membership',
      '/orders',
      '/settings',
      '/nowhere',
    ])
      await visit(page, path)
    expect(complaints).toEqual([])
    expect(creator.user.username).not.toBe('')
  },
)

test('the console of a visitor is clean in both apps', async ({ page }) => {
  const complaints = complaintsOf(page)
  for (const url of ['/', '/credits', '/register', browserStack.adminUrl]) await visit(page, url)
  await expect(page).toHaveURL(/\/login/)
  expect(complaints).toEqual([])
})

test('nothing on the operators’ pages is refused by the policy or fails', async ({ page }) => {
  const complaints = complaintsOf(page)
  const { username, password } = demoAccount('admin')
  await appApi(page.request, 'admin').mutate('auth.login', { login: username, password })
  for (const path of ['/', '/models', '/users', '/workflows', '/audit']) await visit(page, browserStack.adminUrl + path)
  expect(complaints).toEqual([])
})

test('a script that somebody slipped into the page or into an article does not run', async ({ page, creator }) => {
  await page.goto('/')
  await expect(page.getByRole('heading', { level: 1 })).toContainText(creator.user.username)
  const complaints = complaintsOf(page)
  await page.evaluate(() => {
    const script = document.createElement('script')
    script.textContent = 'document.title = "taken"'
    document.body.append(script)
  })
  await expect.poll(() => complaints.join()).toContain('Content Security Policy')
  expect(await page.title()).not.toBe('taken')

  // As long as the sandbox repeats a topic whole.
  await startWriting(page, { topic: '<img src onerror=a>' })
  await expectSettled(page)
  // It stands in the title, as text.
  await expect(article(page)).toContainText('<img src onerror=a>')
  expect(await article(page).locator('script, img, [onclick], [onerror], a[href^="javascript"]').count()).toBe(0)
})

for (const [name, url] of [
  ['web', browserStack.webUrl],
  ['admin', browserStack.adminUrl],
] as const) {
  test(`${name} is sent with the security headers`, async ({ request }) => {
    const headers = (await request.get(`${url}/`)).headers()
    const policy = headers['content-security-policy'] ?? ''
    expect(policy).toContain("script-src 'self'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toMatch(/script-src[^;]*unsafe/)
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'strict-origin-when-cross-origin',
      'cross-origin-opener-policy': 'same-origin',
    })
  })
}

test('the API answers with the security headers, and says nothing of what it is built with', async ({ request }) => {
  const headers = (await request.get(`${browserStack.apiUrl}/health/live`)).headers()
  expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff' })
  expect(headers['strict-transport-security'] ?? headers['content-security-policy']).toBeDefined()
  expect(headers['x-powered-by']).toBeUndefined()
})

test('session cookies are out of reach of scripts', async ({ page, context, creator }) => {
  await page.goto('/')
  await expect(page.getByRole('heading', { level: 1 })).toContainText(creator.user.username)
  // All that a script can read is where the person first came from: the app writes it itself.
  const readable = await page.evaluate(() => document.cookie.split('; ').map((cookie) => cookie.split('=')[0]))
  expect(readable).toEqual([firstTouchCookie])
  const cookies = (await context.cookies()).filter(({ name }) => name.startsWith('mz_web'))
  expect(cookies.map(({ httpOnly, sameSite }) => ({ httpOnly, sameSite }))).toEqual([
    { httpOnly: true, sameSite: 'Lax' },
    { httpOnly: true, sameSite: 'Lax' },
  ])
})
