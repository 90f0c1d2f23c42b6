import { cleanup, fireEvent, screen } from '@solidjs/testing-library'
import { afterEach, expect, it } from 'vitest'
import { quietClient, showInApp } from '../../../testing/show-in-app.tsx'
import { currentRules, plannedRoutesOf, platformsQuery, previewsOf } from '../queries.ts'
import { accountOf, previewOf } from '../testing/given.ts'
import { ComposeWork } from './compose-work.tsx'

afterEach(cleanup)

const creationId = 'cre_018f00000000700080000000000000aa'
const good = accountOf('zhihu', { id: 'pac_018f00000000700080000000000000a1', name: '小舟' })
const bad = accountOf('xiaohongshu', { id: 'pac_018f00000000700080000000000000a2', name: '山里小记' })
const lapsed = accountOf('kuaishou', { id: 'pac_018f00000000700080000000000000a3', name: '快手小舟', state: 'expired' })
const accounts = [good, bad, lapsed]
const long = { ...previewOf('xiaohongshu').package, title: '字'.repeat(21) }

/** What is asked for as one account after the other is chosen. */
const asked = (...ids: string[]) =>
  previewsOf({ creationId, purpose: 'article', targets: ids.map((accountId) => ({ accountId })) }).queryKey
const previews = [
  previewOf('zhihu', { accountId: good.id }),
  previewOf('xiaohongshu', { accountId: bad.id, package: long }),
]

const platformsWith = (given: typeof accounts) => ({
  platforms: given.map((account) => ({
    contentTypes: [],
    ways: [],
    hosts: [],
    paceSeconds: 0,
    isSandbox: false,
    key: account.platform,
    name: { zh: '', en: '' },
    accounts: [account],
  })),
})

it('says which accounts can be published to and why others cannot, and offers to publish all that can be', async () => {
  const answer = { creationId, versionId: '', previews }
  await showInApp(
    () => <ComposeWork creationId={creationId} />,
    quietClient([
      [platformsQuery().queryKey, platformsWith(accounts)],
      [currentRules().queryKey, { overrides: { version: '0', entries: [] }, wordList: null }],
      [asked(good.id), answer],
      [asked(good.id, bad.id), answer],
    ]),
  )
  expect(screen.getByRole('checkbox', { name: /快手/u })).toHaveProperty('disabled', true)
  fireEvent.click(screen.getByRole('checkbox', { name: /知乎/u }))
  expect(screen.getByRole('button', { name: '发布到 1 个账号' })).toHaveProperty('disabled', false)
  fireEvent.click(screen.getByRole('checkbox', { name: /小红书/u }))
  expect(screen.getByText('有 1 处不符合平台规则')).toBeTruthy()
  expect(screen.getByRole('button', { name: '先发可以发的 1 个' })).toHaveProperty('disabled', false)
})

it('shows how this very work goes to an account, and why, before and after it is chosen', async () => {
  const publisher = accountOf('baijiahao', {
    id: 'pac_018f00000000700080000000000000a4',
    capabilities: [{ contentType: 'article', route: 'api', reason: null }],
  })
  const reason = { zh: '平台的 AI 声明不能由接口勾选', en: 'by hand' }
  const routes = [{ accountId: publisher.id, contentType: 'article', route: 'api_draft', reason }]
  const base = previewOf('baijiahao', { accountId: publisher.id, routeReason: { zh: '接口不收这种形式', en: 'no' } })
  const pack = { ...base.package, route: 'assisted' as const }
  await showInApp(
    () => <ComposeWork creationId={creationId} />,
    quietClient([
      [platformsQuery().queryKey, platformsWith([publisher])],
      [currentRules().queryKey, { overrides: { version: '0', entries: [] }, wordList: null }],
      [plannedRoutesOf({ creationId, purpose: 'article' }).queryKey, { routes }],
      [asked(publisher.id), { creationId, versionId: '', previews: [{ ...base, package: pack }] }],
    ]),
  )
  const choice = () => screen.getByRole('checkbox', { name: /百家号/u }).closest('li')?.textContent ?? ''
  expect(choice()).toContain('文章 · 存进草稿箱')
  expect(choice()).toContain('平台的 AI 声明不能由接口勾选')
  expect(choice()).not.toContain('直接发布')
  fireEvent.click(screen.getByRole('checkbox', { name: /百家号/u }))
  expect(choice()).toContain('文章 · 协助发布')
  expect(choice()).toContain('接口不收这种形式')
})
