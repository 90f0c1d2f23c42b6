import { cleanup, fireEvent, screen } from '@solidjs/testing-library'
import { afterEach, expect, it, vi } from 'vitest'
import { quietClient, showInApp } from '../../../testing/show-in-app.tsx'
import { quotasOf } from '../queries.ts'
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

it('shows what the platform has left for today where it says so, and asks it of no other', async () => {
  const account = accountOf('wechat_official', { way: 'keys', hasQuotas: true })
  const told = {
    at: '2026-11-30T02:00:00.000Z',
    quotas: [{ what: { zh: '写草稿', en: 'Drafts' }, used: 3, limit: 1_000 }],
  }
  const client = quietClient([[quotasOf(account.id).queryKey, told]])
  await showInApp(() => <AccountRow account={account} onReconnect={() => {}} />, client)
  expect(screen.getByText(/^今天在平台的次数/u).textContent).toContain('写草稿 3 / 1,000')
  cleanup()
  const lapsed = { ...account, state: 'expired' as const }
  await showInApp(() => <AccountRow account={lapsed} onReconnect={() => {}} />, client)
  expect(screen.queryByText(/^今天在平台的次数/u)).toBeNull()
})
