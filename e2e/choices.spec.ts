import { expect, test } from './browser/test.ts'

test('a count stands below the text, never over its last line', { tag: '@phone' }, async ({ page, creator }) => {
  await page.goto('/writing/academic-paper')
  const text = page.getByRole('textbox', { name: '已有资料' })
  await text.fill('字\n'.repeat(40))
  const [box, count] = await Promise.all([text.boundingBox(), page.getByText('80/8,000').boundingBox()])
  if (!box || !count) throw new Error('the text or its count is not there')
  expect(count.y).toBeGreaterThanOrEqual(box.y + box.height)
  expect(creator.user.username).not.toBe('')
})

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
