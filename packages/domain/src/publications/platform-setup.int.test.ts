import { formatId } from '@mozhou/contracts/ids'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { connectAccount } from './connect-account.ts'
import { disconnectAccount } from './disconnect-account.ts'
import { listPlatforms } from './list-platforms.ts'
import { createPublishingRig, uuidOf } from './testing/publishing-rig.ts'
import type { PublishingRig, TestedContext } from './testing/publishing-rig.ts'

// What a person enters at a platform that lists its callers and has an address for each account.
let rig: PublishingRig
let ctx: TestedContext
beforeAll(async () => {
  rig = await createPublishingRig()
})
beforeEach(() => {
  rig.fresh()
  const platform = rig.platform('wechat_official')
  const { appKeys } = platform.connections
  if (appKeys) platform.connections = { ...platform.connections, appKeys: { ...appKeys, listsCallers: true } }
  const reply = { status: 200, contentType: 'text/plain', body: 'success' }
  platform.webhooks = { scope: 'account', read: () => ({ ok: true, id: 'n', facts: [], reply }) }
  ctx = {
    ...rig.ctx,
    publicApiUrl: 'https://api.example.com',
    settings: { ...rig.ctx.settings, egressIps: ['203.0.113.7'] },
  }
})
afterAll(() => rig.domain.close())

async function shownTo(userId: string, from = ctx) {
  const { platforms } = await listPlatforms(from, { userId })
  const found = platforms.find(({ key }) => key === 'wechat_official')
  const way = found?.ways.find((one) => one.way === 'keys')
  return { before: way?.way === 'keys' ? way.setup : null, accounts: found?.accounts ?? [] }
}

async function connect(userId: string, appId = ctx.newId()) {
  const by = { requestId: 'test', isByApiKey: false }
  const asked = { userId, by, platform: 'wechat_official', way: 'keys', webOrigin: 'http://web.test' } as const
  const { account } = await connectAccount(ctx, { ...asked, keys: { appId, appSecret: 'secret' } })
  return account
}

it('shows before connecting the address that the account then has, each account one of its own', async () => {
  const userId = await rig.newPerson()
  const seen: (string | null | undefined)[] = []
  for (const _ of [1, 2]) {
    const { before } = await shownTo(userId)
    const account = await connect(userId)
    expect(before).toEqual({
      egressIps: ['203.0.113.7'],
      callbackUrl: `https://api.example.com/api/v1/publish/callback/wechat_official/${account?.id}`,
    })
    expect(account?.setup).toEqual(before)
    seen.push(before?.callbackUrl)
  }
  expect((await shownTo(userId)).accounts.map(({ setup }) => setup?.callbackUrl)).toEqual(seen)
})

it('keeps the address of an account that is connected anew, and gives nobody else’s', async () => {
  const [userId, other] = [await rig.newPerson(), await rig.newPerson()]
  const account = await connect(userId, 'same')
  await disconnectAccount(ctx, { userId, accountId: uuidOf('platformAccount', account?.id) })
  const again = await connect(userId, 'same')
  expect(again?.setup).toEqual(account?.setup)
  const urls = [account?.setup, (await shownTo(userId)).before, (await shownTo(other)).before]
  expect(new Set(urls.map((setup) => setup?.callbackUrl)).size).toBe(3)
})

it('says that nobody has told the address, and nothing of what the platform has not', async () => {
  const userId = await rig.newPerson()
  const silent = { ...ctx, settings: { ...ctx.settings, egressIps: [] } }
  expect((await shownTo(userId, silent)).before?.egressIps).toEqual([])
  const { platforms } = await listPlatforms(ctx, { userId })
  const zhihu = platforms.find(({ key }) => key === 'zhihu')?.ways.find(({ way }) => way === 'keys')
  expect(zhihu).toMatchObject({ setup: { egressIps: null, callbackUrl: null } })
  const accountId = await rig.account(userId, 'wechat_official', 'assisted')
  const found = (await shownTo(userId)).accounts.find(({ id }) => id === formatId('platformAccount', accountId))
  expect(found?.setup).toBeNull()
})
