import { describe, expect, it } from 'vitest'
import { adapt } from './adapt/adapt.ts'
import { platformKeys } from './platforms.ts'
import { describePackage } from './testing/describe-package.ts'
import { givenWorks } from './testing/given-works.ts'
import { resultsOf } from './testing/packages.ts'
import { themeKeys } from './themes.ts'

describe('works in the form of each platform, as they were read by eye', () => {
  it('are thirty', () => {
    expect(givenWorks).toHaveLength(30)
  })

  it.each(givenWorks)('$name', async ({ name, work }) => {
    const told = platformKeys.map((key) => {
      const adapted = adapt(key, work)
      return describePackage(adapted, resultsOf(adapted.package))
    })
    await expect(`${told.join('\n\n')}\n`).toMatchFileSnapshot(`testing/golden/${name}.txt`)
  })
})

it.each(themeKeys)('the theme %s, to the letter', async (theme) => {
  const names = ['01-camping', '02-code', '04-table', '20-quotes']
  const bodies = givenWorks
    .filter(({ name }) => names.includes(name))
    .map(({ work }) => adapt('wechat_official', work, { theme }).package.body)
    .map((body) =>
      body.form === 'html' ? body.html.replaceAll(/(?=<(?:p|h\d|ul|ol|li|table|tr|blockquote|pre)\b)/gu, '\n') : '',
    )
  await expect(`${bodies.join('\n\n')}\n`).toMatchFileSnapshot(`testing/golden/theme-${theme}.txt`)
})
