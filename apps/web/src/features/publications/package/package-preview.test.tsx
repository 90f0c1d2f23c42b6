import { adapt } from '@mozhou/platforms/adapt/adapt'
import type { PlatformPackage } from '@mozhou/platforms/platform-package'
import { platformKeys } from '@mozhou/platforms/platforms'
import type { PlatformKey } from '@mozhou/platforms/platforms'
import { imageOf, videoOf, workOf } from '@mozhou/platforms/testing/works'
import { cleanup, fireEvent, render, screen } from '@solidjs/testing-library'
import { afterEach, expect, it } from 'vitest'
import { I18nProvider } from '../../../i18n/i18n.ts'
import { PackagePreview } from './package-preview.tsx'

afterEach(cleanup)

const picture = imageOf('tent', { alt: '帐篷' })
const article = `## 要带的\n\n- 帐篷\n- 睡袋\n\n![帐篷](${picture.source})\n\n公式 $a+b$ 在此。`
const work = workOf(article, { media: [picture], cover: 'tent', isAiGenerated: true })
const packageFor = (platform: PlatformKey, more: Partial<PlatformPackage> = {}) => ({
  ...adapt(platform, work).package,
  ...more,
})
const show = (pack: PlatformPackage) =>
  render(() => (
    <I18nProvider>
      <PackagePreview package={pack} accountName="小舟" pictureUrl={(id) => (id === 'tent' ? '/f/tent.jpg' : null)} />
    </I18nProvider>
  ))

it.each(platformKeys)('shows what is posted on %s, with its account and its pictures', (platform) => {
  const pack = packageFor(platform)
  const { container } = show(pack)
  expect(container.textContent).toContain('小舟')
  expect(container.textContent).toContain('周末去山里住一晚')
  const addresses = [...container.querySelectorAll('img')].map((image) => image.getAttribute('src'))
  expect(addresses.some((address) => address === '/f/tent.jpg' || address?.startsWith('data:image/svg'))).toBe(true)
  expect(container.innerHTML).not.toContain('media:')
})

it('names the platform of the frame, and says which switch is to be ticked by hand', () => {
  const { getByRole, getByText } = show(packageFor('xiaohongshu'))
  expect(getByRole('region', { name: '小红书预览' })).toBeTruthy()
  expect(getByText('发布时勾选：内容类型声明：含 AI 合成内容')).toBeTruthy()
})

it('folds a caption where 小红书 does, and unfolds it to the letter', () => {
  const text = `${'山里的早晨很安静。'.repeat(19)}溪水从旁边流过去。`
  const { container, getByRole } = show(packageFor('xiaohongshu', { body: { form: 'text', text } }))
  expect(container.textContent).not.toContain('溪水')
  expect(container.textContent).toContain('后面 80 个字要点开才看得到')
  fireEvent.click(getByRole('button', { name: '展开' }))
  expect(container.textContent).toContain(text.slice(100))
})

it('leafs through cards and pictures', () => {
  const pack = adapt('xiaohongshu', workOf('山里的早晨很安静。'.repeat(150), { media: [picture] })).package
  expect(pack.media.length).toBeGreaterThan(2)
  const { getByRole, getByText } = show(pack)
  expect(getByText(`第 1 张，共 ${pack.media.length} 张`)).toBeTruthy()
  fireEvent.click(getByRole('button', { name: '下一张' }))
  expect(getByText(`第 2 张，共 ${pack.media.length} 张`)).toBeTruthy()
  expect(getByRole('button', { name: '下一张' })).toHaveProperty('disabled', false)
})

it('shows a hand-edited body without what would run, be fetched or leave its place', () => {
  const html =
    '<p style="color: red; position: fixed">一<script>alert(1)</script><img src="https://tracker.example.com/a.gif" onerror="alert(1)"><a href="javascript:alert(1)" onclick="x()">二</a></p><iframe src="https://example.com"></iframe><p style="background: url(https://tracker.example.com)">三</p>'
  const { container } = show(packageFor('wechat_official', { body: { form: 'html', html } }))
  const shown = container.innerHTML
  for (const refused of ['script', 'iframe', 'onerror', 'onclick', 'javascript:', 'position', 'url('])
    expect(shown).not.toContain(refused)
  expect([...container.querySelectorAll('img')].map((image) => image.getAttribute('src'))).not.toContain(
    'https://tracker.example.com/a.gif',
  )
  expect(container.querySelector('p[style*="red"]')?.textContent).toContain('二')
})

it('says which picture is missing, and names a film', () => {
  const { container } = show(
    packageFor('wechat_official', {
      body: { form: 'html', html: '<p><img src="media:gone"></p>' },
      media: [{ kind: 'missing', id: 'gone' }],
    }),
  )
  expect(container.textContent).toContain('缺图：gone')
  cleanup()
  const film = adapt('douyin', workOf('配文', { media: [videoOf('film')] })).package
  expect(show(film).container.textContent).toContain('视频：film.mp4')
})

it('says what is not there yet', () => {
  const { container } = show(packageFor('zhihu', { title: '', body: { form: 'html', html: '' } }))
  expect(container.textContent).toContain('还没有标题')
  expect(container.textContent).toContain('没有正文')
})

it('plays a film alone, behind its cover', () => {
  const media = [imageOf('poster'), videoOf('film')]
  const film = adapt('kuaishou', workOf('配文', { media, cover: 'poster' })).package
  const { container } = render(() => (
    <I18nProvider>
      <PackagePreview package={film} accountName="山里小记" pictureUrl={(id) => `/f/${id}`} />
    </I18nProvider>
  ))
  const video = container.querySelector('video')
  expect([video?.getAttribute('src'), video?.getAttribute('poster')]).toEqual(['/f/film', '/f/poster'])
  expect(container.querySelector('img')).toBeNull()
  expect(screen.queryByRole('button', { name: '下一张' })).toBeNull()
})
