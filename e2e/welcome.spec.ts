import { expectAccessible } from './browser/accessibility.ts'
import { expect, test } from './browser/test.ts'

const both = { tag: '@phone' }

test('a visitor is told what this is, without a script, and comes to register', both, async ({ page }) => {
  const scripts: string[] = []
  await page.goto('/')
  await expect(page.getByRole('heading', { level: 1, name: '写得出来' })).toBeVisible()
  page.on('request', (request) => {
    if (request.resourceType() === 'script') scripts.push(request.url())
  })
  await page.reload()
  await page.getByText('小红书笔记').first().click()
  await expect(page.getByRole('heading', { name: '新手露营只带这 7 样就够了' })).toBeVisible()
  await expect(page.getByRole('heading', { name: '周末去露营' })).toBeHidden()
  expect(scripts).toEqual([])
  await page.getByRole('link', { name: 'English' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'It writes.' })).toBeVisible()
  await page.getByRole('link', { name: /^Register free, write/ }).click()
  await expect(page).toHaveURL(/\/register$/)
})

test('is readable for everybody', both, async ({ page }) => {
  await expectAccessible(page, [
    {
      name: 'welcome',
      open: async () => {
        await page.goto('/welcome/')
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      },
    },
    {
      name: 'terms',
      open: async () => {
        await page.getByRole('link', { name: '用户协议' }).click()
        await expect(page.getByRole('heading', { level: 1, name: '用户协议' })).toBeVisible()
      },
    },
    {
      name: 'privacy policy',
      open: async () => {
        await page.getByRole('link', { name: '隐私政策' }).click()
        await expect(page.getByRole('heading', { level: 1, name: '隐私政策' })).toBeVisible()
      },
    },
  ])
})
