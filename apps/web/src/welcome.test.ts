import { readFileSync } from 'node:fs'
import { termsVersion } from '@mozhou/contracts/accounts/terms'
import { generationPriceCredits } from '@mozhou/contracts/generations/price'
import { creditsFor, leastRechargeFen } from '@mozhou/contracts/orders/prices'
import { tools } from '@mozhou/contracts/tools/registry'
import { describe, expect, it } from 'vitest'

const page = (path: string) => readFileSync(new URL(`../welcome/${path}`, import.meta.url), 'utf8').replace(/\s+/g, ' ')
const pages = { zh: page('index.html'), en: page('en/index.html') }

describe.each(['zh', 'en'] as const)('the page for visitors (%s)', (locale) => {
  it('names every writing tool', () => {
    const missing = Object.values(tools).filter(({ title }) => !pages[locale].includes(`<li>${title[locale]}</li>`))
    expect(missing).toEqual([])
    expect(pages[locale]).toContain(`${Object.keys(tools).length} `)
  })

  it('asks for what the product asks for', () => {
    const said = {
      zh: [
        `每次生成 ${generationPriceCredits} 积分`,
        `1 元 = ${creditsFor(100)} 积分`,
        `最低充值 ${leastRechargeFen / 100} 元`,
      ],
      en: [
        `costs ${generationPriceCredits} credits`,
        `¥1 is ${creditsFor(100)} credits`,
        `¥${leastRechargeFen / 100} at least`,
      ],
    }
    for (const words of said[locale]) expect(pages[locale]).toContain(words)
  })

  it('needs no script', () => {
    expect(pages[locale]).not.toContain('<script')
  })
})

describe.each(['terms', 'privacy'])('the %s', (document) => {
  const texts = { zh: page(`${document}/index.html`), en: page(`en/${document}/index.html`) }

  it('are those of the edition that people accept, in both languages and without a script', () => {
    expect(texts.zh).toContain(`版本 ${termsVersion}，`)
    expect(texts.en).toContain(`Edition ${termsVersion},`)
    expect(texts.zh + texts.en).not.toContain('<script')
  })

  it('are reached from the first page', () => {
    expect(pages.zh).toContain(`href="/welcome/${document}/"`)
    expect(pages.en).toContain(`href="/welcome/en/${document}/"`)
  })
})

it('names in the terms what credits and texts cost', () => {
  const [zh, en] = [page('terms/index.html'), page('en/terms/index.html')]
  expect(zh).toContain(`1 元 = ${creditsFor(100)} 积分，最低充值 ${leastRechargeFen / 100} 元`)
  expect(zh).toContain(`每次生成 ${generationPriceCredits} 积分`)
  expect(en).toContain(`¥1 is ${creditsFor(100)} credits, ¥${leastRechargeFen / 100} at least`)
  expect(en).toContain(`A text costs ${generationPriceCredits} credits`)
})
