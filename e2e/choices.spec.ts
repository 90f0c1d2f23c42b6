import { expect, test } from './browser/test.ts'

test('every choice can be read in whole', { tag: '@phone' }, async ({ page, creator }) => {
  for (const tool of ['xiaohongshu-note', 'work-report']) {
    await page.goto(`/writing/${tool}`)
    await expect(page.getByRole('radiogroup').first()).toBeVisible()
    const cut = await page
      .getByRole('radiogroup')
      .locator('*')
      .evaluateAll((parts) => parts.filter((part) => part.clientWidth > 1 && part.scrollWidth > part.clientWidth))
    expect(cut).toEqual([])
  }
  expect(creator.user.username).not.toBe('')
})
