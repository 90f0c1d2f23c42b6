import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from '@playwright/test'
import { patience } from './env.ts'

/** Something to look at: how to get there, on a page that is signed in already. */
export interface Place {
  name: string
  open: (page: Page) => Promise<unknown>
}

const rules = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']
/** The narrowest phone that must not scroll sideways, in CSS pixels. */
const narrowest = 360

/** Looks at every place in light and dark, and on phones at 360 px; tells everything that is wrong at once. */
export async function expectAccessible(page: Page, places: readonly Place[]): Promise<void> {
  test.setTimeout(patience(15_000 + places.length * 8_000))
  const findings: string[] = []
  for (const place of places) {
    await place.open(page)
    for (const problem of await violations(page, axe(page).withTags(rules))) findings.push(`${place.name}: ${problem}`)
    await paint(page, 'dark')
    // The dark theme changes colours and nothing else.
    const dark = await violations(page, axe(page).withRules(['color-contrast']))
    for (const problem of dark) findings.push(`${place.name}, dark: ${problem}`)
    await paint(page, 'light')
    const tooWide = await sideways(page)
    if (tooWide !== null) findings.push(`${place.name}: ${tooWide}`)
  }
  expect(findings).toEqual([])
}

/** The switch reaches the page a moment later: colours of both themes would be read together. */
async function paint(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme })
  await page.waitForFunction((scheme) => matchMedia(`(prefers-color-scheme: ${scheme})`).matches, colorScheme)
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
}

/** In the page itself, which has no frames; the other mode opens a second page for each look. */
const axe = (page: Page) => new AxeBuilder({ page }).setLegacyMode(true)

/** @returns what is wrong, once no colour is on its way to another. */
async function violations(page: Page, builder: AxeBuilder): Promise<string[]> {
  await page.evaluate(async () => {
    const changing = document.getAnimations().filter((animation) => animation instanceof CSSTransition)
    // One of an element that is not drawn never ends, and its colour is not seen; those that are seen take less than a second.
    const longest = new Promise((resolve) => setTimeout(resolve, 2_000))
    await Promise.race([Promise.allSettled(changing.map(({ finished }) => finished)), longest])
  })
  const { violations: found } = await builder.analyze()
  return found.flatMap(({ id, nodes }) => nodes.map((node) => `${id} ${node.target.join(' ')} ${node.failureSummary}`))
}

/** What reaches past the right edge of a 360 px phone; null on wide screens and where nothing does. */
async function sideways(page: Page): Promise<string | null> {
  const size = page.viewportSize()
  if (!size || size.width > 500) return null
  await page.setViewportSize({ width: narrowest, height: size.height })
  const found = await page.evaluate((width) => {
    if (document.documentElement.scrollWidth <= width) return null
    const wide = [...document.body.querySelectorAll('*')].filter(
      (element) => element.getBoundingClientRect().right > width + 1,
    )
    return `${document.documentElement.scrollWidth} px wide at ${width}: ${wide
      .slice(-3)
      .map((element) => element.outerHTML.slice(0, 160))
      .join(' | ')}`
  }, narrowest)
  await page.setViewportSize(size)
  return found
}

/** A page by its address, once it has its heading and all that it loads. */
export const at = (name: string, path: string, heading: string | RegExp): Place => ({
  name,
  open: async (page) => {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible()
    await expectLoaded(page)
  },
})

/** Skeletons are gone: what is looked at is the page, not its shadow. */
export async function expectLoaded(page: Page): Promise<void> {
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0)
  await page.evaluate(() => document.fonts.ready)
}
