import { patience } from './browser/env.ts'
import { badge, begin, one } from './browser/publishing.ts'
import { expect, test } from './browser/test.ts'
import { deleteDraft, loseAnswer, openPlayedAccount } from './support/publishing-sandbox.ts'

const title = '带孩子看星星'

test('an answer that never came ends as 未确认, is not sent again by itself, and its person says how it is', async ({
  page,
  creator,
}) => {
  // It is looked for after a minute and a half, then three times a minute apart.
  test.setTimeout(patience(420_000))
  const account = await openPlayedAccount('山里小记')
  await loseAnswer(account)
  const publicationId = await begin(page, creator, account, title)
  // What the platform had taken in is gone again before anybody looks: no list shows it.
  await expect(() => deleteDraft(account, title)).toPass({ timeout: patience(60_000) })
  await page.goto(`/publish/${publicationId}`)
  await expect(badge(page, '未确认')).toBeVisible({ timeout: patience(330_000) })
  await expect(page.getByText('核对一下：到底发出去没有？')).toBeVisible()
  expect((await one(creator, publicationId)).can.retry).toBe(false)
  await page.getByRole('button', { name: '没有发出去' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '没有发出去' }).click()
  await expect(badge(page, '未发布')).toBeVisible()
  await expect(page.getByRole('button', { name: '重新发布' })).toBeVisible()
  expect((await one(creator, publicationId)).attempts).toHaveLength(1)
})
