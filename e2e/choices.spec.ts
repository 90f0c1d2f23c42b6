import { expect, test } from './browser/test.ts'

test('every choice can be read in whole', { tag: '@phone' }, async ({ page, creator }) => {
  for (const tool of ['xiaohongshu-note', 'work-report', 'academic-paper', 'story']) {
    await page.goto(`/writing/${tool}`)
    const choices = page.getByRole('radiogroup').or(page.getByRole('combobox'))
    await expect(choices.first()).toBeVisible()
    const cut = await choices
      .locator('*')
      .evaluateAll((parts) =>
        parts
          .filter((part) => part.clientWidth > 1 && part.scrollWidth > part.clientWidth)
          .map((part) => part.textContent),
      )
    expect(cut).toEqual([])
  }
  expect(creator.user.username).not.toBe('')
})
