import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { publicationStatuses } from '@mozhou/contracts/publications/kinds'
import type { PublicationStatus } from '@mozhou/contracts/publications/kinds'
import { VendorError } from '@mozhou/contracts/vendor-error'
import { checkAccount, checkDueAccounts } from './check-account.ts'
import { confirmPublication, correctAddress, denyPosted } from './confirm-publication.ts'
import { cancelPublication, retryPublication } from './replan-publication.ts'
import { retractPublication } from './retract-publication.ts'
import { createPublishingRig } from './testing/publishing-rig.ts'
import type { PublishingRig } from './testing/publishing-rig.ts'
import { watchPublications } from './watch-publications.ts'

// What is said of a publication after it was handed over or is out: whose word it is, and what was seen.
let rig: PublishingRig
beforeAll(async () => {
  rig = await createPublishingRig()
})
beforeEach(() => rig.fresh())
afterAll(() => rig.domain.close())

const refusedWith = (code: string) => expect.objectContaining({ code })
const hour = 3_600_000
const day = 24 * hour

/** A draft in its author's box there. */
async function handedOver() {
  const begun = await rig.begin('toutiao')
  const platform = rig.platform('toutiao')
  platform.moods = ['handed_over']
  expect(await rig.run(begun.publicationId)).toBe('awaiting_user')
  const [key = ''] = platform.asked
  return { ...begun, platform, key }
}

async function watchFor(ms: number, times = 1): Promise<void> {
  for (let at = 0; at < times; at += 1) {
    rig.domain.advance(ms)
    await watchPublications(rig.ctx)
  }
}

/** In someone's hands without an interface; its author says where it is. */
async function confirmedByHand(path = '/p/1') {
  const begun = await rig.begin('zhihu')
  const platform = rig.platform('zhihu')
  const { submit } = platform
  platform.submit = async (...asked) => {
    platform.moods = ['handed_over']
    const answer = await submit(...asked)
    if (answer.outcome !== 'awaiting_user') return answer
    return { ...answer, handoff: { ...answer.handoff, kind: 'editor' } }
  }
  expect(await rig.run(begun.publicationId)).toBe('awaiting_user')
  const own = { userId: begun.userId, publicationId: begun.publicationId }
  await confirmPublication(rig.ctx, { ...own, url: `https://example.com${path}` })
  return { ...begun, own, platform }
}

async function notices(userId: string): Promise<string[]> {
  const rows = await rig.ctx.prisma.notification.findMany({ where: { userId }, select: { kind: true } })
  return rows.map(({ kind }) => kind)
}

describe('a draft that has left its author’s box', () => {
  it('and is not among what is published no longer waits: its person is told, with what was seen', async () => {
    const { userId, publicationId, platform, key } = await handedOver()
    platform.goneDrafts.add(key)
    await watchFor(10 * 60_000, 3)
    const seen = await rig.detail(userId, publicationId)
    expect(seen).toMatchObject({
      status: 'unconfirmed',
      reason: 'draft_gone',
      can: { confirm: true, denyPosted: true, retry: false },
    })
    expect(seen.evidence.at(-1)).toMatchObject({ kind: 'platform_status', by: 'platform', seenCount: 3 })
    expect(await notices(userId)).toContain('publication_waiting')
    await denyPosted(rig.ctx, { userId, publicationId })
    const denied = await rig.detail(userId, publicationId)
    expect(denied).toMatchObject({ status: 'failed', reason: 'not_posted' })
    expect(denied.attempts).toEqual(seen.attempts)
    expect(denied.evidence.at(-1)).toMatchObject({ kind: 'person_word', by: 'user' })
    await retryPublication(rig.ctx, { userId, publicationId })
    expect(await rig.run(publicationId)).toBe('published')
  })

  it('and is found published a day later is published by the platform’s word', async () => {
    const { userId, publicationId, platform, key } = await handedOver()
    platform.goneDrafts.add(key)
    await watchFor(10 * 60_000, 3)
    platform.posts.push({ id: `h-${key}`, key, title: '', state: 'published' })
    await watchFor(day)
    expect(await rig.detail(userId, publicationId)).toMatchObject({
      status: 'published',
      confirmation: 'platform_confirmed',
    })
  })

  it('that the review refused is its author’s to send again', async () => {
    const { userId, publicationId, platform, key } = await handedOver()
    platform.posts.push({ id: `h-${key}`, key, title: '', state: 'rejected' })
    await watchFor(10 * 60_000)
    const refused = await rig.detail(userId, publicationId)
    expect(refused).toMatchObject({ status: 'rejected', reason: 'review_refused', can: { retry: true, confirm: true } })
    expect(await notices(userId)).toContain('publication_failed')
    await retryPublication(rig.ctx, { userId, publicationId })
    expect(await rig.run(publicationId)).toBe('published')
  })

  it('deleted before it was published, by nobody knows whom, is known not to be out', async () => {
    const { userId, publicationId, platform, key } = await handedOver()
    platform.posts.push({ id: `h-${key}`, key, title: '', state: 'removed', removedBy: null })
    await watchFor(10 * 60_000)
    expect(await rig.detail(userId, publicationId)).toMatchObject({
      status: 'failed',
      reason: 'draft_gone',
      can: { retry: true },
    })
  })
})

it.each([
  ['user', 'removed_by_person'],
  ['platform', 'removed_by_platform'],
  [null, 'not_found_there'],
] as const)('what %s took away is told as %s', async (removedBy, reason) => {
  const { userId, publicationId } = await rig.begin()
  await rig.run(publicationId)
  const [post] = rig.platform('zhihu').posts
  Object.assign(post ?? {}, { state: 'removed', removedBy })
  await watchFor(day)
  const seen = await rig.detail(userId, publicationId)
  expect([seen.status, seen.reason, seen.detail === null]).toEqual(['removed', reason, removedBy === null])
})

it('looks that find nothing new are one row, with when it was seen last and how often', async () => {
  const { userId, publicationId } = await handedOver()
  await watchFor(60_000, 20)
  const { evidence } = await rig.detail(userId, publicationId)
  expect(evidence).toMatchObject([
    { kind: 'submission_answer', seenCount: 1 },
    { kind: 'platform_status', seenCount: 20 },
  ])
  const [, looks] = evidence
  expect(Date.parse(looks?.lastAt ?? '') - Date.parse(looks?.at ?? '')).toBeGreaterThanOrEqual(19 * 60_000)
})

describe('an address that its person gave', () => {
  it('is corrected: the earlier one stays as evidence, and removals are looked for at the new one', async () => {
    const { own, platform } = await confirmedByHand('/wrong')
    await correctAddress(rig.ctx, { ...own, url: 'https://example.com/right' })
    const corrected = await rig.detail(own.userId, own.publicationId)
    expect(corrected).toMatchObject({
      status: 'published',
      confirmation: 'user_confirmed',
      url: 'https://example.com/right',
    })
    const given = corrected.evidence.filter(({ kind }) => kind === 'person_address')
    expect(given.map(({ url }) => url)).toEqual(['https://example.com/wrong', 'https://example.com/right'])
    platform.gonePages.set('/wrong', 'platform')
    await watchFor(day)
    expect((await rig.detail(own.userId, own.publicationId)).status).toBe('published')
    platform.gonePages.set('/right', 'user')
    await watchFor(day)
    expect(await rig.detail(own.userId, own.publicationId)).toMatchObject({
      status: 'removed',
      reason: 'removed_by_person',
    })
  })

  it('is asked about where the page has another title, and nothing is changed until its person answers', async () => {
    const { own } = await confirmedByHand('/p/1')
    const other = { ...own, url: 'https://example.com/other' }
    await expect(correctAddress(rig.ctx, other)).rejects.toEqual(refusedWith('PUBLICATION_URL_OTHER_TITLE'))
    expect((await rig.detail(own.userId, own.publicationId)).url).toBe('https://example.com/p/1')
    await correctAddress(rig.ctx, { ...other, isOtherTitle: true })
    expect((await rig.detail(own.userId, own.publicationId)).url).toBe('https://example.com/other')
  })

  it('is corrected where the platform shows its pages to nobody, and is not watched there', async () => {
    const { own, platform } = await confirmedByHand('/p/3')
    platform.arePagesClosed = true
    await correctAddress(rig.ctx, { ...own, url: 'https://example.com/p/2' })
    expect(await rig.detail(own.userId, own.publicationId)).toMatchObject({
      url: 'https://example.com/p/2',
      watchedUntil: null,
    })
  })

  it('is not corrected where the platform itself has said where it is', async () => {
    const { userId, publicationId } = await rig.begin()
    await rig.run(publicationId)
    const given = { userId, publicationId, url: 'https://example.com/p/2' }
    await expect(correctAddress(rig.ctx, given)).rejects.toEqual(refusedWith('PUBLICATION_STATE'))
  })

  it('a page that is away for a moment is not gone, and one that stays away is', async () => {
    const { own, platform } = await confirmedByHand('/p/4')
    platform.gonePages.set('/p/4', null)
    await watchFor(day)
    expect((await rig.detail(own.userId, own.publicationId)).status).toBe('published')
    await watchFor(hour, 2)
    expect(await rig.detail(own.userId, own.publicationId)).toMatchObject({
      status: 'removed',
      reason: 'not_found_there',
    })
  })
})

it('an account whose list of addresses lacks ours is told as that, and is back once the list is mended', async () => {
  const { userId, accountId, publicationId } = await rig.begin()
  const platform = rig.platform('zhihu')
  const { prepare, check, explain } = platform
  const refusal = () => Promise.reject(new VendorError('account_disconnected', { vendor: 'zhihu', vendorCode: 'ip' }))
  Object.assign(platform, {
    prepare: refusal,
    check: refusal,
    explain: (error: VendorError) => ({ ...explain(error), accountState: 'address_refused' }),
  })
  expect(await rig.run(publicationId)).toBe('needs_attention')
  const stateOf = async () =>
    (await rig.ctx.prisma.platformAccount.findUniqueOrThrow({ where: { id: accountId } })).state
  expect(await stateOf()).toBe('address_refused')
  expect((await checkAccount(rig.ctx, { accountId, userId })).state).toBe('address_refused')
  const told = await rig.ctx.prisma.notification.findMany({ where: { userId, kind: 'platform_account_lapsed' } })
  expect(told).toHaveLength(1)
  Object.assign(platform, { prepare, check })
  rig.domain.advance(hour)
  await checkDueAccounts(rig.ctx)
  expect(await stateOf()).toBe('connected')
  await retryPublication(rig.ctx, { userId, publicationId })
  expect(await rig.run(publicationId)).toBe('published')
})

it('what the platform refuses after it was out is a removal, and told as one', async () => {
  const { userId, publicationId } = await ended({})
  for (const post of rig.platform('zhihu').posts) post.state = 'rejected'
  await watchFor(day)
  expect(await rig.detail(userId, publicationId)).toMatchObject({ status: 'removed', reason: 'removed_by_platform' })
  expect(await notices(userId)).toContain('publication_removed')
})

it('every state in which one can end has something that was seen behind it', async () => {
  const ends: Partial<Record<PublicationStatus, () => Promise<string>>> = {
    published: async () => (await ended({})).publicationId,
    rejected: async () => (await ended({ outcome: 'rejected' })).publicationId,
    failed: async () => (await ended({ moods: ['content_rejected'] })).publicationId,
    needs_attention: async () => (await ended({ moods: ['quota_exhausted'] })).publicationId,
    unconfirmed: async () => (await ended({ moods: ['call_lost'], hasList: false })).publicationId,
    awaiting_user: async () => (await ended({ moods: ['handed_over'] })).publicationId,
    in_review: async () => {
      const { publicationId } = await begun({ outcome: 'in_review' })
      await rig.step(publicationId)
      return publicationId
    },
    cancelled: async () => {
      const own = await ended({ moods: ['handed_over'] })
      await cancelPublication(rig.ctx, own)
      return own.publicationId
    },
    removed: async () => {
      const own = await ended({})
      await retractPublication(rig.ctx, own)
      return own.publicationId
    },
    expired: async () => {
      const own = await ended({ moods: ['handed_over'] })
      const platform = rig.platform('zhihu')
      const { lookUp } = platform
      platform.lookUp = async (...asked) => ({ ...(await lookUp(...asked)), state: 'expired' })
      await watchFor(hour)
      return own.publicationId
    },
  }
  const ours: readonly PublicationStatus[] = ['draft', 'scheduled', 'preparing', 'submitted']
  expect(Object.keys(ends).toSorted()).toEqual(publicationStatuses.filter((one) => !ours.includes(one)).toSorted())
  for (const [status, come] of Object.entries(ends)) {
    rig.fresh()
    const publicationId = await come()
    const last = await rig.ctx.prisma.publicationHistory.findFirstOrThrow({
      where: { publicationId },
      orderBy: { at: 'desc' },
    })
    const evidence = await rig.ctx.prisma.publicationEvidence.findFirst({
      where: { id: last.evidenceId ?? rig.ctx.newId(), publicationId },
    })
    expect({ status, to: last.to, isThere: evidence !== null }).toEqual({ status, to: status, isThere: true })
  }
  const written = rig.ctx.prisma.publicationHistory.updateMany({
    where: { to: 'rejected' },
    data: { evidenceId: null },
  })
  await expect(written).rejects.toThrow('publication_history_evidence_check')
})

async function begun(mood: Partial<ReturnType<PublishingRig['platform']>>) {
  Object.assign(rig.platform('zhihu'), mood)
  return rig.begin()
}

async function ended(mood: Partial<ReturnType<PublishingRig['platform']>>) {
  const own = await begun(mood)
  await rig.run(own.publicationId)
  return own
}
