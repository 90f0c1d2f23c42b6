import type { Mood } from './testing/played-platform.ts'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { AppError } from '@mozhou/contracts/errors'
import { fileActs, noisePicture } from '../files/testing/file-acts.ts'
import { confirmPublication, denyPosted } from './confirm-publication.ts'
import { previewPublications } from './preview-publications.ts'
import { retryPublication } from './replan-publication.ts'
import { retractPublication } from './retract-publication.ts'
import { takePlatformNotice } from './take-platform-notice.ts'
import { createPublishingRig } from './testing/publishing-rig.ts'
import type { PublishingRig } from './testing/publishing-rig.ts'
import { watchPublications } from './watch-publications.ts'

// The scenarios 13 to 23 of publishing, each by its number; what only a real protocol shows is in the connectors' own tests.
let rig: PublishingRig
beforeAll(async () => {
  rig = await createPublishingRig()
})
beforeEach(() => rig.fresh())
afterAll(() => rig.domain.close())

const refusedWith = (code: string) => expect.objectContaining({ code })

async function withPictures(count: number) {
  const userId = await rig.newPerson()
  const accountId = await rig.account(userId, 'xiaohongshu')
  const { upload } = fileActs(rig.ctx)
  const pictures: string[] = []
  for (let at = 0; at < count; at += 1) {
    pictures.push(await upload(userId, await noisePicture()))
  }
  const creationId = await rig.work(userId, { result: { title: '夜跑', body: '夜跑让人安静。' } })
  const targets = [{ accountId, contentType: 'image_text' as const }]
  const [publicationId = ''] = await rig.publish(userId, creationId, targets, { pictures })
  return { userId, accountId, publicationId, pictures }
}

describe('H 13: the token lapses', () => {
  it('in the middle of an upload: it is renewed once, nothing is uploaded twice, and it is published once', async () => {
    const { userId, publicationId, pictures } = await withPictures(4)
    const platform = rig.platform('xiaohongshu')
    platform.at = (place) => {
      if (place === 'upload' && platform.uploaded.length === 2 && platform.token === 1) platform.token = 2
    }
    expect(await rig.run(publicationId)).toBe('published')
    expect(platform.uploaded).toEqual([...new Set(platform.uploaded)])
    expect(platform.uploaded.filter((id) => pictures.includes(id))).toHaveLength(4)
    expect([platform.renewals, platform.posts.length]).toEqual([1, 1])
    expect(await rig.detail(userId, publicationId)).toMatchObject({ confirmation: 'platform_confirmed' })
  })

  it('and cannot be renewed: the account is expired, its person told, and nothing is sent', async () => {
    const { userId, accountId, publicationId } = await rig.begin()
    const platform = rig.platform('zhihu')
    platform.token = 2
    platform.isRevoked = true
    expect(await rig.run(publicationId)).toBe('needs_attention')
    expect(await rig.detail(userId, publicationId)).toMatchObject({
      reason: 'account_unusable',
      attempts: [{ status: 'refused', reason: 'account_unusable' }],
      evidence: [{ kind: 'own_check', by: 'service', vendorCode: 'code-account_disconnected' }],
    })
    const account = await rig.ctx.prisma.platformAccount.findUniqueOrThrow({ where: { id: accountId } })
    expect(account.state).toBe('expired')
    expect(platform.posts).toEqual([])
    const kinds = await kindsTold(userId)
    expect(kinds).toContain('platform_account_lapsed')
    expect(kinds).toContain('publication_waiting')
  })

  it('for ten publications of an account at once: one of them renews it', async () => {
    const userId = await rig.newPerson()
    const accountId = await rig.account(userId, 'zhihu')
    const platform = rig.platform('zhihu')
    const publicationIds: string[] = []
    for (let at = 0; at < 10; at += 1) {
      const creationId = await rig.work(userId, { title: `夜跑 ${at}` })
      publicationIds.push(...(await rig.publish(userId, creationId, [{ accountId }])))
    }
    platform.token = 2
    platform.at = (place) => (place === 'refresh' ? new Promise((resolve) => setTimeout(resolve, 300)) : undefined)
    const ends = await Promise.all(publicationIds.map((id) => rig.run(id)))
    expect(new Set(ends)).toEqual(new Set(['published']))
    expect([platform.renewals, platform.posts.length]).toEqual([1, 10])
  })
})

describe('H 14: the answer of a submission is lost', () => {
  it.each<[Mood, string]>([
    ['answer_lost', 'the line breaks'],
    ['killed', 'the worker dies'],
  ])('%s (%s): it is found by the list, and is there once', async (mood) => {
    const { userId, publicationId } = await rig.begin()
    const platform = rig.platform('zhihu')
    platform.moods = [mood]
    expect(await rig.run(publicationId)).toBe('published')
    expect([platform.asked.length, platform.posts.length]).toEqual([1, 1])
    const { attempts, evidence, history } = await rig.detail(userId, publicationId)
    expect(attempts).toMatchObject([{ status: 'accepted' }])
    expect(evidence).toMatchObject([{ kind: 'platform_list', confirms: 'platform_confirmed' }])
    expect(history.map(({ to }) => to)).toEqual(['scheduled', 'preparing', 'submitted', 'published'])
  })

  it('and no list shows it: 未确认, never sent again by itself, until its person has looked', async () => {
    const { userId, publicationId } = await rig.begin()
    const platform = rig.platform('zhihu')
    platform.moods = ['answer_lost']
    platform.hasList = false
    expect(await rig.run(publicationId)).toBe('unconfirmed')
    const own = { userId, publicationId }
    await expect(retryPublication(rig.ctx, own)).rejects.toEqual(refusedWith('PUBLICATION_STATE'))
    expect(await rig.detail(userId, publicationId)).toMatchObject({
      confirmation: null,
      can: { retry: false, confirm: true, denyPosted: true },
      attempts: [{ status: 'unknown' }],
    })
    await confirmPublication(rig.ctx, { ...own, url: 'https://example.com/p/1' })
    expect(await rig.detail(userId, publicationId)).toMatchObject({
      status: 'published',
      confirmation: 'user_confirmed',
    })
    expect(platform.posts).toHaveLength(1)
  })

  it('and its person has looked and found nothing: then it may be tried again, and is there once', async () => {
    const { userId, publicationId } = await rig.begin()
    const platform = rig.platform('zhihu')
    platform.moods = ['call_lost']
    expect(await rig.run(publicationId)).toBe('unconfirmed')
    await denyPosted(rig.ctx, { userId, publicationId })
    await retryPublication(rig.ctx, { userId, publicationId })
    expect(await rig.run(publicationId)).toBe('published')
    expect([platform.asked.length, platform.posts.length]).toEqual([2, 1])
  })
})

it('H 15: an account that may only write drafts waits for its person, neither failed nor published', async () => {
  const { userId, publicationId } = await rig.begin('toutiao')
  rig.platform('toutiao').moods = ['handed_over']
  expect(await rig.run(publicationId)).toBe('awaiting_user')
  expect(await rig.detail(userId, publicationId)).toMatchObject({
    status: 'awaiting_user',
    confirmation: null,
    handoff: { kind: 'draft_box', url: 'https://example.com/drafts' },
    can: { confirm: true, cancel: true },
  })
})

it('H 16: one of nine pictures is refused: nothing is published, and that picture is named', async () => {
  const { userId, publicationId, pictures } = await withPictures(9)
  const platform = rig.platform('xiaohongshu')
  const [, , , , bad = ''] = pictures
  platform.refusedMedia.add(bad)
  expect(await rig.run(publicationId)).toBe('failed')
  expect(await rig.detail(userId, publicationId)).toMatchObject({
    reason: 'media_refused',
    mediaId: bad,
    attempts: [{ status: 'refused', reason: 'media_refused' }],
    evidence: [{ kind: 'preparation_answer', by: 'platform', source: 'upload', answerHash: 'a'.repeat(64) }],
  })
  expect([platform.posts, platform.asked]).toEqual([[], []])
})

it.each([
  [31, 'ok'],
  [32, 'ok'],
  [33, 'warn'],
  [64, 'warn'],
  [65, 'block'],
])('H 17: a title of %i code points for 公众号 is %s, counted as the platform counts', async (length, wanted) => {
  const userId = await rig.newPerson()
  const creationId = await rig.work(userId)
  const { previews } = await previewPublications(rig.ctx, {
    userId,
    creationId,
    targets: [{ platform: 'wechat_official', edits: { title: '𠮷'.repeat(length) } }],
  })
  const found = previews[0]?.report.results.find(({ code }) => code === 'wechat_official.title.max')
  expect(found?.severity ?? 'ok').toBe(wanted)
})

describe('H 18: the platform refuses it after the fact', () => {
  it('in review: its person is told why', async () => {
    const { userId, publicationId } = await rig.begin()
    const platform = rig.platform('zhihu')
    platform.outcome = 'in_review'
    await rig.step(publicationId)
    expect((await rig.detail(userId, publicationId)).status).toBe('in_review')
    for (const post of platform.posts) post.state = 'rejected'
    expect(await rig.run(publicationId)).toBe('rejected')
    expect(await rig.detail(userId, publicationId)).toMatchObject({
      reason: 'review_refused',
      detail: { zh: '标题夸张' },
      confirmation: null,
    })
    expect(await kindsTold(userId)).toContain('publication_failed')
  })

  it('when it was out for days: it is noticed, and its person told', async () => {
    const { userId, publicationId } = await rig.begin()
    expect(await rig.run(publicationId)).toBe('published')
    const [post] = rig.platform('zhihu').posts
    rig.domain.advance(2 * 86_400_000)
    await watchPublications(rig.ctx)
    expect((await rig.detail(userId, publicationId)).status).toBe('published')
    if (post) post.state = 'removed'
    rig.domain.advance(86_400_000)
    await watchPublications(rig.ctx)
    expect(await rig.detail(userId, publicationId)).toMatchObject({ status: 'removed', reason: 'removed_by_platform' })
    expect(await kindsTold(userId)).toContain('publication_removed')
  })

  it('after seven days nobody looks any more', async () => {
    const { publicationId } = await rig.begin()
    await rig.run(publicationId)
    rig.domain.advance(8 * 86_400_000)
    await watchPublications(rig.ctx)
    await watchPublications(rig.ctx)
    const row = await rig.ctx.prisma.publication.findUniqueOrThrow({ where: { id: publicationId } })
    expect([row.status, row.nextLookAt]).toEqual(['published', null])
  })
})

describe('H 19: what a platform says by itself', () => {
  const notice = (id: string, signature: string) =>
    takePlatformNotice(rig.ctx, {
      platform: 'douyin',
      accountId: null,
      raw: { method: 'POST', query: {}, headers: { signature }, body: new TextEncoder().encode(id) },
    })

  it('a forged notice is refused, a true one moves it, a repeat does nothing', async () => {
    const { userId, publicationId } = await rig.begin('douyin')
    const platform = rig.platform('douyin')
    platform.outcome = 'in_review'
    await rig.step(publicationId)
    const [post] = platform.posts
    if (!post) throw new Error('nothing was posted')
    post.state = 'published'
    expect((await notice(post.id, 'bad')).reply.status).toBe(401)
    expect((await rig.detail(userId, publicationId)).status).toBe('in_review')
    expect(await notice(post.id, 'good')).toMatchObject({ reply: { status: 200 }, told: [{ publicationId }] })
    const first = await rig.detail(userId, publicationId)
    expect(first).toMatchObject({ status: 'published', confirmation: 'platform_confirmed' })
    await Promise.all(Array.from({ length: 5 }, () => notice(post.id, 'good')))
    const again = await rig.detail(userId, publicationId)
    expect([again.evidence.length, again.history.length]).toEqual([first.evidence.length, first.history.length])
  })

  it('a code that nobody scanned in time ends as expired, and may be made anew', async () => {
    const { userId, publicationId } = await rig.begin('douyin')
    const platform = rig.platform('douyin')
    platform.moods = ['handed_over']
    await rig.run(publicationId)
    const lookUp = platform.lookUp.bind(platform)
    platform.lookUp = async (session, ref, signal) => ({
      ...(await lookUp(session, ref, signal)),
      state: 'expired',
      askAgainMs: null,
    })
    rig.domain.advance(3_600_000)
    await watchPublications(rig.ctx)
    expect(await rig.detail(userId, publicationId)).toMatchObject({ status: 'expired', reason: 'handoff_expired' })
    await retryPublication(rig.ctx, { userId, publicationId })
    expect(await rig.run(publicationId)).toBe('published')
    expect(platform.posts).toHaveLength(1)
  })
})

it('H 20: a pasted address has to be of the platform, and is its person’s word, not the platform’s', async () => {
  const { userId, publicationId } = await rig.begin('jianshu')
  rig.platform('jianshu').moods = ['handed_over']
  await rig.run(publicationId)
  const confirm = (url: string) => confirmPublication(rig.ctx, { userId, publicationId, url })
  await expect(confirm('https://elsewhere.example/p/1')).rejects.toEqual(refusedWith('PUBLICATION_URL_REFUSED'))
  await expect(confirm('https://example.com/gone')).rejects.toEqual(refusedWith('PUBLICATION_URL_NOT_FOUND'))
  expect((await rig.detail(userId, publicationId)).status).toBe('awaiting_user')
  await confirm('https://example.com/p/1')
  const detail = await rig.detail(userId, publicationId)
  expect(detail).toMatchObject({ status: 'published', confirmation: 'user_confirmed', url: 'https://example.com/p/1' })
  expect(detail.evidence.at(-1)).toMatchObject({ kind: 'person_address', by: 'user', page: 'same' })
})

it('H 20: a page with another title is a question first, and nothing is published by a slip of the clipboard', async () => {
  const { userId, publicationId } = await rig.begin('jianshu')
  const platform = rig.platform('jianshu')
  platform.moods = ['handed_over']
  const submit = platform.submit.bind(platform)
  platform.submit = async (...asked) => {
    const answer = await submit(...asked)
    if (answer.outcome !== 'awaiting_user') return answer
    return { ...answer, evidence: { ...answer.evidence, by: 'user', httpStatus: null, answerHash: null } }
  }
  await rig.run(publicationId)
  const confirm = (more: { isOtherTitle?: boolean } = {}) =>
    confirmPublication(rig.ctx, { userId, publicationId, url: 'https://example.com/other', ...more })
  const before = await rig.detail(userId, publicationId)
  // Nobody but its person was handed anything: there is no id of the platform's, and no answer.
  expect(before.evidence).toMatchObject([{ by: 'user', externalId: null, answerHash: null }])
  await expect(confirm()).rejects.toEqual(refusedWith('PUBLICATION_URL_OTHER_TITLE'))
  const asked = await rig.detail(userId, publicationId)
  expect(asked).toMatchObject({ status: 'awaiting_user', confirmation: null, url: null })
  expect(asked.evidence).toEqual(before.evidence)
  await confirm({ isOtherTitle: true })
  const detail = await rig.detail(userId, publicationId)
  expect(detail).toMatchObject({ status: 'published', confirmation: 'user_confirmed' })
  expect(detail.evidence.at(-1)).toMatchObject({ kind: 'person_address', by: 'user', page: 'other' })
})

describe('H 21: the declaration of an AI cannot be made', () => {
  const undeclarable = (accountId: string) =>
    rig.ctx.prisma.platformAccount.update({
      where: { id: accountId },
      data: {
        capabilities: [{ contentType: 'article', route: 'api', otherRoutes: [], reason: null, declarable: false }],
      },
    })

  it('before it is asked for: it is refused and says so', async () => {
    const userId = await rig.newPerson()
    const accountId = await rig.account(userId, 'zhihu')
    await undeclarable(accountId)
    const creationId = await rig.work(userId)
    await expect(rig.publish(userId, creationId, [{ accountId }])).rejects.toEqual(refusedWith('PUBLICATION_BLOCKED'))
  })

  it('by the time it is due: it stops, and nothing is sent', async () => {
    const { userId, accountId, publicationId } = await rig.begin('zhihu')
    await undeclarable(accountId)
    expect(await rig.run(publicationId)).toBe('needs_attention')
    expect((await rig.detail(userId, publicationId)).reason).toBe('declaration_impossible')
    expect(rig.platform('zhihu').asked).toEqual([])
  })
})

describe('H 22: two workers, one publication', () => {
  it('is posted once, and both see it end', async () => {
    const { publicationId } = await rig.begin()
    const platform = rig.platform('zhihu')
    platform.at = (place) => (place === 'submit' ? new Promise((resolve) => setTimeout(resolve, 100)) : undefined)
    const ends = await Promise.all([rig.run(publicationId), rig.run(publicationId), rig.run(publicationId)])
    expect(new Set(ends)).toEqual(new Set(['published']))
    expect([platform.asked.length, platform.posts.length]).toEqual([1, 1])
  })

  it('a worker that dies in the middle of its uploads is followed by one that goes on from there', async () => {
    const { publicationId } = await withPictures(5)
    const platform = rig.platform('xiaohongshu')
    let dead = false
    platform.at = (place) => {
      if (place !== 'upload' || dead || platform.uploaded.length < 3) return
      dead = true
      throw new Error('killed')
    }
    await expect(rig.run(publicationId)).rejects.toThrow('killed')
    expect(await rig.run(publicationId)).toBe('published')
    expect(platform.uploaded).toEqual([...new Set(platform.uploaded)])
  })
})

it.each(['http://127.0.0.1:80/a.png', 'http://169.254.169.254/latest/meta-data'])(
  'H 23: a picture at %s in a text is never fetched: a rule refuses it and names it',
  async (address) => {
    const userId = await rig.newPerson()
    const accountId = await rig.account(userId, 'zhihu')
    const creationId = await rig.work(userId, {
      result: { title: '夜跑', body: `夜里。\n\n![图](${address})\n\n跑步。` },
    })
    const { previews } = await previewPublications(rig.ctx, { userId, creationId, targets: [{ accountId }] })
    expect(previews[0]).toMatchObject({ isBlocked: true })
    expect(JSON.stringify(previews[0]?.report.results)).toContain(address)
    await expect(rig.publish(userId, creationId, [{ accountId }])).rejects.toEqual(refusedWith('PUBLICATION_BLOCKED'))
  },
)

it('the same content goes to an account once, however it is asked for', async () => {
  const userId = await rig.newPerson()
  const accountId = await rig.account(userId, 'zhihu')
  const creationId = await rig.work(userId)
  const asked = await Promise.allSettled(
    Array.from({ length: 8 }, () => rig.publish(userId, creationId, [{ accountId }])),
  )
  expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  for (const one of asked)
    if (one.status === 'rejected') expect(one.reason).toEqual(refusedWith('PUBLICATION_DUPLICATE'))
})

it('one refused target stops all, or is left out, as its person says', async () => {
  const userId = await rig.newPerson()
  const [good, bad] = [await rig.account(userId, 'zhihu'), await rig.account(userId, 'jianshu')]
  await rig.ctx.prisma.platformAccount.update({ where: { id: bad }, data: { state: 'expired' } })
  const creationId = await rig.work(userId)
  const targets = [{ accountId: good }, { accountId: bad }]
  await expect(rig.publish(userId, creationId, targets)).rejects.toBeInstanceOf(AppError)
  expect(await rig.ctx.prisma.publication.count({ where: { userId } })).toBe(0)
  expect(await rig.publish(userId, creationId, targets, { onRefusal: 'skip' })).toHaveLength(1)
})

it('what is out is taken back where the platform has a call for it, and twice is once', async () => {
  const { userId, publicationId } = await rig.begin()
  await rig.run(publicationId)
  await retractPublication(rig.ctx, { userId, publicationId })
  await retractPublication(rig.ctx, { userId, publicationId })
  const { status, history } = await rig.detail(userId, publicationId)
  expect([status, history.filter(({ to }) => to === 'removed').length]).toEqual(['removed', 1])
})

it('nothing can be called published without evidence, whoever writes it', async () => {
  const { publicationId } = await rig.begin()
  const { prisma } = rig.ctx
  const write = (data: Parameters<typeof prisma.publication.update>[0]['data']) =>
    prisma.publication.update({ where: { id: publicationId }, data })
  await expect(write({ status: 'published' })).rejects.toThrow('publications_evidence_check')
  const proof = { status: 'published', publishedAt: new Date(), confirmation: 'platform_confirmed' }
  await expect(write({ ...proof, evidenceId: rig.ctx.newId() })).rejects.toThrow()
  const { publicationId: other, userId } = await rig.begin()
  await rig.run(other)
  expect((await rig.detail(userId, other)).status).toBe('published')
  const { evidenceId } = await prisma.publication.findUniqueOrThrow({ where: { id: other } })
  await expect(write({ ...proof, evidenceId })).rejects.toThrow()
})

async function kindsTold(userId: string): Promise<string[]> {
  const rows = await rig.ctx.prisma.notification.findMany({ where: { userId }, select: { kind: true } })
  return rows.map(({ kind }) => kind)
}
