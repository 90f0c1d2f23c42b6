import { cleanup, fireEvent, screen } from '@solidjs/testing-library'
import { afterEach, expect, it, vi } from 'vitest'
import { showInApp } from '../../../testing/show-in-app.tsx'
import { accountOf } from '../testing/given.ts'
import { AccountRow } from './account-row.tsx'
import { lapsesSoon } from './lapses-soon.ts'

afterEach(cleanup)

it('says in plain words what an account can do with each kind, and why it is no better', async () => {
  const account = accountOf('wechat_official', {
    way: 'keys',
    capabilities: [
      { contentType: 'article', route: 'api_draft', reason: { zh: '未认证的公众号', en: 'Unverified' } },
      { contentType: 'image_text', route: 'assisted', reason: null },
    ],
  })
  await showInApp(() => <AccountRow account={account} onReconnect={() => {}} />)
  const [article, pictures] = screen.getByRole('list', { name: '能做到' }).querySelectorAll('li')
  expect(article?.textContent).toContain('文章存进草稿箱送进平台的草稿箱，由你在平台后台点发布。未认证的公众号')
  expect(pictures?.textContent).toContain('图文协助发布')
})

it('says that a permission has lapsed, and leads to connecting it again', async () => {
  const onReconnect = vi.fn<() => void>()
  const account = accountOf('kuaishou', { state: 'expired', stateDetail: { zh: '快手要求重新授权', en: 'Again' } })
  await showInApp(() => <AccountRow account={account} onReconnect={onReconnect} />)
  expect(screen.getByRole('status').textContent).toContain('快手要求重新授权')
  fireEvent.click(screen.getByRole('button', { name: '重新绑定' }))
  expect(onReconnect).toHaveBeenCalledOnce()
})

it('asks a platform nothing of an account that is kept by hand', async () => {
  await showInApp(() => <AccountRow account={accountOf('zhihu')} onReconnect={() => {}} />)
  expect(screen.queryByRole('button', { name: '检查' })).toBeNull()
})

it.each([
  [null, false],
  ['2026-12-20T00:00:00.000Z', false],
  ['2026-12-02T00:00:00.000Z', true],
])('with a permission until %j it lapses soon: %j', (reconnectBy, is) => {
  expect(lapsesSoon({ reconnectBy }, Date.parse('2026-11-30T00:00:00.000Z'))).toBe(is)
})
