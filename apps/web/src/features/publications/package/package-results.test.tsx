import { adapt } from '@mozhou/platforms/adapt/adapt'
import type { PlatformPackage } from '@mozhou/platforms/platform-package'
import { checkPackage } from '@mozhou/platforms/rules/check-package'
import { imageOf, workOf } from '@mozhou/platforms/testing/works'
import { cleanup, fireEvent, render } from '@solidjs/testing-library'
import { createSignal } from 'solid-js'
import { afterEach, expect, it, vi } from 'vitest'
import { I18nProvider } from '../../../i18n/i18n.ts'
import { PackageChanges } from './package-changes.tsx'
import { PackageResults, ResultCounts } from './package-results.tsx'

afterEach(cleanup)

const day = '2026-11-30'
const cover = imageOf('cover', { source: null })
const packageOf = (markdown: string, title: string): PlatformPackage =>
  adapt('xiaohongshu', workOf(markdown, { title, media: [cover] })).package
const resultsOf = (pack: PlatformPackage) => checkPackage(pack, { day }).results

const long = '周末去山里住一晚，带孩子看星星要准备的七样东西'

it('says field, measure and source of each, and the words that it found', () => {
  const pack = packageOf('加我微信：xiaozhou88，一起去。', long)
  const { container } = render(() => (
    <I18nProvider>
      <PackageResults package={pack} results={resultsOf(pack)} />
    </I18nProvider>
  ))
  const lines = [...container.querySelectorAll('li.flex')].map((line) => line.textContent)
  const title = lines.find((line) => line.includes('标题至多 20'))
  expect(title).toContain('标题 · 现在 23')
  expect(title).toContain('依据：小红书创作服务平台发布页')
  expect([...container.querySelectorAll('mark')].map((mark) => mark.textContent)).toContain('微信')
})

it('mends one thing in one press, and the mended package is what the rules see next', () => {
  const [pack, setPack] = createSignal(packageOf('一起去山里。', long))
  const { getByRole, queryByRole } = render(() => (
    <I18nProvider>
      <PackageResults package={pack()} results={resultsOf(pack())} onFix={setPack} />
    </I18nProvider>
  ))
  fireEvent.click(getByRole('button', { name: /^标题改成/u }))
  expect(Array.from(pack().title).length).toBeLessThanOrEqual(20)
  expect(long.startsWith(pack().title)).toBe(true)
  expect(queryByRole('button', { name: /^标题改成/u })).toBeNull()
})

it('calls a card by the number that its reader sees', () => {
  const pack = adapt('xiaohongshu', workOf('这是全国最好的营地。', { title: '去山里', media: [] })).package
  expect(pack.media[0]?.kind).toBe('card')
  const { container } = render(() => (
    <I18nProvider>
      <PackageResults package={pack} results={resultsOf(pack)} />
    </I18nProvider>
  ))
  expect(container.textContent).toContain('图文卡片 1')
  expect(container.textContent).not.toContain('card-1')
})

it('offers no mending where nothing may be changed, and shows one field alone beside it', () => {
  const pack = packageOf('加我微信：xiaozhou88', long)
  const { container, queryByRole } = render(() => (
    <I18nProvider>
      <PackageResults package={pack} results={resultsOf(pack)} field="title" />
    </I18nProvider>
  ))
  expect(container.querySelectorAll('li.flex')).toHaveLength(1)
  expect(queryByRole('button')).toBeNull()
})

it('counts by gravity, and does not speak of a package as approved', () => {
  const clean = packageOf('山里的早晨很安静。', '山里住一晚')
  const { container } = render(() => (
    <I18nProvider>
      <ResultCounts results={resultsOf(packageOf('一起去。', long))} />
      <PackageResults package={clean} results={[]} onFix={vi.fn()} />
    </I18nProvider>
  ))
  expect(container.textContent).toContain('1 处会被拒绝')
  expect(container.textContent).toContain('平台的审核另算')
})

it('lists what is not posted first, to the letter, and many places behind a press', () => {
  const links = Array.from({ length: 5 }, (_, at) => `[甲${at}](https://a.example.com/${at})`).join('、')
  const { changes } = adapt('toutiao', workOf(`${links}\n\n\`\`\`\na\n\`\`\``, { author: '小舟' }))
  const { container } = render(() => (
    <I18nProvider>
      <PackageChanges changes={changes} />
    </I18nProvider>
  ))
  expect([...container.querySelectorAll('h3')].map((title) => title.textContent)).toEqual(['没有发出的', '换了样子的'])
  expect(container.querySelector('details')?.textContent).toContain('https://a.example.com/4')
  expect(container.textContent).toContain('代码块改成了普通文字')
})

it('says so when nothing was changed', () => {
  const { container } = render(() => (
    <I18nProvider>
      <PackageChanges changes={[]} />
    </I18nProvider>
  ))
  expect(container.textContent).toContain('没有改动')
})
