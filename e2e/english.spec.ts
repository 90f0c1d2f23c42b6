import { demoAccount } from './browser/env.ts'
import { expect, signIn, test } from './browser/test.ts'

test.beforeEach(async ({ page }) => {
  await signIn(page, demoAccount('creator'))
  await page.addInitScript(() => localStorage.setItem('mozhou.locale', 'en'))
})

test('the length is read whole beside its longer unit', { tag: ['@phone', '@phone-only'] }, async ({ page }) => {
  await page.goto('/writing/wechat-article')
  const length = page.getByRole('spinbutton', { name: 'Length' })
  await expect(length).toHaveValue('1500')
  await length.fill('10000')
  expect(await length.evaluate((box) => box.scrollWidth - box.clientWidth)).toBe(0)
})

test('an apostrophe in an English word is as narrow as a letter', async ({ page }) => {
  await page.goto('/credits')
  await expect(page.getByRole('heading', { level: 1, name: 'Credits' })).toBeVisible()
  const widthInEm = await page.getByRole('heading', { level: 1 }).evaluate((heading) => {
    const mark = document.createElement('span')
    mark.textContent = '’'
    heading.append(mark)
    const width = mark.getBoundingClientRect().width / parseFloat(getComputedStyle(mark).fontSize)
    mark.remove()
    return width
  })
  expect(widthInEm).toBeLessThan(0.5)
})

test('a phone’s header says where one is, whole', { tag: ['@phone', '@phone-only'] }, async ({ page }) => {
  for (const [path, name] of [
    ['/campaigns', 'Campaigns'],
    ['/messages', 'Messages'],
    ['/membership', 'Membership'],
    ['/withdrawals', 'Withdrawals'],
  ] as const) {
    await page.goto(path)
    const place = page.getByRole('navigation', { name: 'Where you are' }).getByText(name, { exact: true })
    await expect(place).toBeVisible()
    expect(await place.evaluate((text) => text.scrollWidth - text.clientWidth)).toBe(0)
    await expect(page.getByRole('button', { name: 'Sandbox' })).toBeVisible()
  }
})
