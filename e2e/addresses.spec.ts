import type { Page } from '@playwright/test'
import { openCreationId, topicBox, writeArticle } from './browser/studio.ts'
import { expect, test } from './browser/test.ts'

const box = (page: Page, name: string) => page.getByRole('textbox', { name })

test('the form is that of the tool in the address, also when the history leads from one tool straight to another', async ({
  page,
  creator,
}) => {
  await page.goto('/writing/wechat-article')
  await expect(topicBox(page)).toBeVisible()
  await page.getByRole('navigation', { name: '导航' }).getByRole('link', { name: 'AI 写作' }).click()
  await page
    .getByRole('main')
    .getByRole('link', { name: /短视频脚本/ })
    .click()
  await expect(box(page, '视频主题')).toBeVisible()
  await page.evaluate(() => history.go(-2))
  await expect(page.getByRole('heading', { level: 1, name: '公众号文章' })).toBeAttached()
  await expect(topicBox(page)).toBeVisible()
  await expect(box(page, '视频主题')).toHaveCount(0)
  expect(creator.user.username).not.toBe('')
})

test('what does not fit in an address is left out of the page, too', async ({ page, creator }) => {
  await page.goto('/creations?status=zzz&sort=1&tool=rewrite')
  await expect(page).toHaveURL(/\/creations\?tool=rewrite$/)
  await expect(page.getByRole('combobox', { name: '按状态筛选' })).toHaveText('全部状态')
  await expect(page.getByRole('alert')).toHaveCount(0)
  expect(creator.user.username).not.toBe('')
})

test("an address that names no work of one's own opens none and leads back to the library", async ({
  page,
  creator,
}) => {
  const nobodys = 'cre_018f00000000700080000000000000aa'
  for (const address of [
    '/creations/garbage',
    `/creations/${nobodys}`,
    `/writing/wechat-article?creation=${nobodys}`,
  ]) {
    await page.goto(address)
    await expect(page.getByRole('heading', { name: '你的作品库里没有这个作品' })).toBeAttached()
    await page.getByRole('main').getByRole('link', { name: '返回作品库' }).click()
    await expect(page.getByRole('heading', { level: 1, name: '作品库' })).toBeVisible()
  }
  await page.goto('/writing/wechat-article?creation=garbage&generation=garbage')
  await expect(topicBox(page)).toBeVisible()
  await expect(page).toHaveURL(/\/writing\/wechat-article$/)
  expect(creator.user.username).not.toBe('')
})

test('a work is opened in the tool it was written with, whatever tool the address names', async ({ page, creator }) => {
  await writeArticle(page)
  const creationId = openCreationId(page)
  await page.goto(`/writing/video-script?creation=${creationId}`)
  await expect(page).toHaveURL(new RegExp(`/creations/${creationId}$`))
  await expect(topicBox(page)).toBeVisible()
  expect(creator.user.username).not.toBe('')
})
