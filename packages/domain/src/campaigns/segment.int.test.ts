import { AppError } from '@mozhou/contracts/errors'
import { formatId, parseId } from '@mozhou/contracts/ids'
import type { SegmentSearch } from '@mozhou/contracts/campaigns/rule'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { listUsers } from '../accounts/list-users.ts'
import { removeFilter } from '../saved-filters/remove-filter.ts'
import { saveFilter } from '../saved-filters/save-filter.ts'
import { createTestDomain } from '../testing/test-domain.ts'
import type { TestDomain } from '../testing/test-domain.ts'
import { isInAudience } from './audience.ts'
import { getCampaignRow } from './campaign-row-dto.ts'
import { sizeOfAudience } from './dry-run.ts'
import { getCampaign } from './list-campaigns.ts'
import { campaignActs } from './testing/campaign-acts.ts'
import { updateCampaign } from './update-campaign.ts'

let domain: TestDomain
let acts: ReturnType<typeof campaignActs>
beforeAll(async () => {
  domain = await createTestDomain()
  acts = campaignActs(domain)
})
afterAll(() => domain.close())

const claim = { kind: 'claim_gift' as const, credits: 1, giftDays: null }
async function saved(search: Record<string, string>, name = '筛选') {
  const { userId } = await acts.operator
  const filters = await saveFilter(domain.ctx, { userId, table: 'users', name, search })
  return parseId('savedFilter', filters.find((filter) => filter.name === name)?.id ?? '') ?? ''
}
async function named(username: string) {
  const userId = await acts.newPerson()
  await domain.ctx.prisma.user.update({
    where: { id: userId },
    data: { username, usernameKey: username.toLowerCase(), displayName: `${username} 先生` },
  })
  return userId
}

it('means the people whom the list of users shows for it, as they are when they take part', async () => {
  const people = [await named('Lin_Xia'), await named('linXin'), await named('wangMing'), await acts.newPerson()]
  await domain.ctx.prisma.user.update({ where: { id: people[1] ?? '' }, data: { role: 'operator' } })
  await domain.ctx.prisma.user.update({
    where: { id: people[2] ?? '' },
    data: { createdAt: new Date('2026-02-03T00:00:00Z') },
  })
  const searches: SegmentSearch[] = [
    { search: 'lin' },
    { search: 'LIN_' },
    { search: '%' },
    { search: 'ming 先生' },
    { search: formatId('user', people[3] ?? '') },
    { role: 'operator' },
    { from: '2026-02-03', to: '2026-02-03' },
    { to: '2026-02-02' },
    {},
  ]
  for (const search of searches) {
    const audience = { kind: 'segment' as const, name: 'x', search }
    const found: string[] = []
    for (const userId of people)
      if (await isInAudience(domain.ctx, { userId, campaignId: domain.ctx.newId(), ruleVersion: 1, audience }))
        found.push(userId)
    const { items } = await listUsers(domain.ctx, { limit: 100, ...search })
    const listed = items.map(({ id }) => parseId('user', id))
    expect(found, JSON.stringify(search)).toEqual(people.filter((userId) => listed.includes(userId)))
  }
})

it('is frozen when the campaign is saved: what becomes of the filter later changes nothing, and nobody else reads it', async () => {
  const [meant, other] = [await named('zhaoyun'), await named('zhangfei')]
  const filterId = await saved({ search: 'zhaoyun', status: 'active' }, '老朋友')
  const audience = { kind: 'segment' as const, filterId }
  const id = await acts.running(claim, { audience })
  const actor = await acts.operator
  expect(await sizeOfAudience(domain.ctx, { audience, userId: actor.userId })).toEqual({ people: 1 })
  await saved({ search: 'zhangfei' }, '老朋友')
  await removeFilter(domain.ctx, { userId: actor.userId, filterId })
  await acts.takePart(id, meant)
  await expect(acts.takePart(id, other)).rejects.toEqual(new AppError('CAMPAIGN_NOT_FOR_YOU'))
  const kept = { kind: 'segment', name: '老朋友', search: { search: 'zhaoyun', status: 'active' } }
  const { version, audience: shown } = await getCampaignRow(domain.ctx, { campaignId: id })
  expect(shown).toEqual(kept)
  expect((await getCampaign(domain.ctx, { campaignId: id, userId: meant })).audience).toEqual({ kind: 'segment' })
  const rows = await domain.ctx.prisma.auditRow.findMany({ where: { target: formatId('campaign', id) } })
  expect(rows.length).toBeGreaterThan(0)
  for (const { after } of rows)
    expect(after).toMatchObject({ audience: { ...kept, search: { search: '…', status: 'active' } } })
  expect(JSON.stringify(rows)).not.toContain('zhaoyun')
  const limits = { perPerson: 2, perPersonDay: null }
  const edited = await updateCampaign(domain.ctx, { campaignId: id, changes: { version, limits }, actor })
  expect(edited).toMatchObject({ ruleVersion: 2, audience: kept })
  const again = { version: edited.version, audience }
  await expect(updateCampaign(domain.ctx, { campaignId: id, changes: again, actor })).rejects.toEqual(
    new AppError('CAMPAIGN_SEGMENT_UNKNOWN', { field: 'audience' }),
  )
})

it('is one’s own filter of the list of users, and one that can be asked', async () => {
  const { userId } = await acts.operator
  const unknown = { code: 'CAMPAIGN_SEGMENT_UNKNOWN', params: { field: 'audience' } }
  const draft = (filterId: string) => acts.draft(claim, { audience: { kind: 'segment', filterId } })
  const [orders] = await saveFilter(domain.ctx, { userId, table: 'orders', name: '订单的', search: {} })
  await expect(draft(parseId('savedFilter', orders?.id ?? '') ?? '')).rejects.toMatchObject(unknown)
  await expect(draft(await saved({ role: 'emperor' }, '旧的'))).rejects.toMatchObject(unknown)
  const stranger = await acts.newPerson()
  const [theirs] = await saveFilter(domain.ctx, { userId: stranger, table: 'users', name: '别人的', search: {} })
  await expect(draft(parseId('savedFilter', theirs?.id ?? '') ?? '')).rejects.toMatchObject(unknown)
})
