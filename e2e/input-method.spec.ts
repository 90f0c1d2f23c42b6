import type { CDPSession, Page } from '@playwright/test'
import { openStudio } from './browser/studio.ts'
import { expect, test } from './browser/test.ts'

/** An input method as the browser sees one (https://chromedevtools.github.io/devtools-protocol/tot/Input/). */
async function inputMethod(page: Page) {
  const session: CDPSession = await page.context().newCDPSession(page)
  return {
    compose: (text: string) =>
      session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length }),
    commit: (text: string) => session.send('Input.insertText', { text }),
  }
}

test('what an input method composes becomes a keyword when it is committed, and not before', async ({
  page,
  creator,
}) => {
  await openStudio(page)
  const box = page.getByRole('textbox', { name: '关键词' })
  const keyword = (name: string) => page.getByRole('button', { name: `移除“${name}”` })
  const ime = await inputMethod(page)
  await box.focus()

  await ime.compose("zhuang'bei")
  await ime.compose('装备，')
  await expect(page.getByRole('button', { name: /^移除“/ })).toHaveCount(0)
  await ime.commit('装备，')
  await expect(keyword('装备')).toBeVisible()
  await expect(box).toHaveValue('')

  await ime.compose('zhou')
  await ime.commit('周末，')
  await expect(keyword('周末')).toBeVisible()
  await expect(box).toHaveValue('')

  await ime.commit('亲子')
  await ime.compose('，')
  await ime.commit('，')
  await expect(keyword('亲子')).toBeVisible()
  await expect(box).toHaveValue('')
  await expect(page.getByRole('button', { name: /^移除“/ })).toHaveCount(3)

  await ime.compose("zhuang'bei")
  await expect(page.getByRole('button', { name: /^移除“/ })).toHaveCount(3)
  await page.getByRole('textbox', { name: '文章主题' }).click()
  // Chromium commits what was composed; it is one keyword, whatever stands in it.
  await expect(keyword("zhuang'bei")).toBeVisible()
  await expect(page.getByRole('button', { name: /^移除“/ })).toHaveCount(4)
  expect(creator.user.username).not.toBe('')
})

test('a search waits for what an input method commits', async ({ page, creator }) => {
  const asked: string[] = []
  page.on('request', (request) => {
    const text = /"text":"([^"]*)"/.exec(decodeURIComponent(request.url()))?.[1]
    if (text !== undefined) asked.push(text)
  })
  await page.goto('/creations')
  const box = page.getByRole('search').getByRole('textbox')
  await box.focus()
  const ime = await inputMethod(page)
  await ime.compose("lu'ying")
  await ime.commit('露营')
  await expect
    .poll(() => asked.includes('露营') || new URL(page.url()).search.includes(encodeURIComponent('露营')))
    .toBe(true)
  expect(page.url()).not.toContain('ying')
  expect(asked.filter((text) => text.includes('ying'))).toEqual([])
  expect(creator.user.username).not.toBe('')
})
