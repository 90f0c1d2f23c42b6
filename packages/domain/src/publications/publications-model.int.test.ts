import { propertyRounds } from '@mozhou/contracts/testing/env'
import { failureKinds } from '@mozhou/contracts/failures'
import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Mood } from './testing/played-platform.ts'
import { createPublishingRig } from './testing/publishing-rig.ts'
import type { PublishingRig } from './testing/publishing-rig.ts'
import { retryPublication } from './replan-publication.ts'

/** `MOZHOU_PROPERTY_ROUNDS=8` draws the two hundred of the proof, `npm run test:long` five hundred; the usual run a part. */
const rounds = propertyRounds(25)

let rig: PublishingRig
beforeAll(async () => {
  rig = await createPublishingRig()
})
afterAll(() => rig.domain.close())

const mood = fc.oneof(
  { weight: 3, arbitrary: fc.constant<Mood>('ok') },
  { weight: 2, arbitrary: fc.constantFrom<Mood>('answer_lost', 'call_lost', 'killed') },
  { weight: 1, arbitrary: fc.constantFrom<Mood>(...failureKinds.filter((kind) => kind !== 'outcome_unknown')) },
)
const story = fc.record({
  moods: fc.array(mood, { maxLength: 6 }),
  outcome: fc.constantFrom('published' as const, 'in_review' as const, 'rejected' as const),
  hasList: fc.boolean(),
  lapses: fc.boolean(),
  workers: fc.integer({ min: 1, max: 3 }),
  /** A person who presses 再发一次 whenever the page offers it. */
  retries: fc.integer({ min: 0, max: 2 }),
})

/** Every state that is more than our own doing names something that was seen of this publication, not before it. */
async function expectEvidence(publicationId: string): Promise<void> {
  const history = await rig.ctx.prisma.publicationHistory.findMany({ where: { publicationId } })
  const evidence = await rig.ctx.prisma.publicationEvidence.findMany({ where: { publicationId } })
  for (const { to, evidenceId } of history) {
    if (['scheduled', 'preparing', 'submitted'].includes(to)) continue
    expect(evidence.map(({ id }) => id)).toContain(evidenceId)
  }
  for (const { source, at } of evidence) expect([source !== '', at <= rig.ctx.clock.now()]).toEqual([true, true])
}

it('whatever goes wrong, nothing is posted twice and nothing is called published that is not there', async () => {
  await fc.assert(
    fc.asyncProperty(story, async ({ moods, outcome, hasList, lapses, workers, retries }) => {
      rig.fresh()
      const platform = rig.platform('zhihu')
      Object.assign(platform, { moods: [...moods], outcome, hasList })
      const { userId, publicationId } = await rig.begin()
      if (lapses) platform.token = 2
      const run = async () => {
        await Promise.all(Array.from({ length: workers }, () => rig.run(publicationId)))
        return (await rig.detail(userId, publicationId)).status
      }
      // What is in review ends one day.
      const { lookUp } = platform
      platform.lookUp = (...asked) => {
        for (const post of platform.posts) if (post.state === 'in_review') post.state = 'published'
        return lookUp(...asked)
      }
      let status = await run()
      for (let again = 0; again < retries; again += 1) {
        const { can } = await rig.detail(userId, publicationId)
        if (!can.retry) break
        await retryPublication(rig.ctx, { userId, publicationId })
        status = await run()
      }
      const { confirmation, evidence, can } = await rig.detail(userId, publicationId)
      // What the review refused is seen by nobody, and its person may send it again.
      const out = platform.posts.filter(({ key, state }) => key.startsWith('pub_') && state !== 'rejected')
      expect(out.length).toBeLessThanOrEqual(1)
      if (status === 'published') {
        expect(out.map((post) => post.state)).toEqual(['published'])
        expect(confirmation).toBe('platform_confirmed')
        expect(evidence.some(({ confirms }) => confirms === 'platform_confirmed')).toBe(true)
      } else expect(confirmation).toBeNull()
      // A work that is there is never offered to be sent again.
      if (out.length > 0) expect(can.retry).toBe(false)
      await expectEvidence(publicationId)
    }),
    rounds,
  )
})
