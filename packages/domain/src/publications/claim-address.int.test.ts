import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { confirmPublication, correctAddress } from './confirm-publication.ts'
import { createPublishingRig } from './testing/publishing-rig.ts'
import type { PublishingRig } from './testing/publishing-rig.ts'

let rig: PublishingRig
beforeAll(async () => {
  rig = await createPublishingRig()
})
beforeEach(() => rig.fresh())
afterAll(() => rig.domain.close())

const refusedWith = (code: string) => expect.objectContaining({ code })
const at = (path: string) => `https://example.com/p/${path}`

/** In its person's hands; `userId` names one who has others already. */
async function waiting(userId?: string) {
  const person = userId ?? (await rig.newPerson())
  const accountId = await rig.account(person, 'zhihu')
  const [publicationId = ''] = await rig.publish(person, await rig.work(person), [{ accountId }])
  rig.platform('zhihu').moods = ['handed_over']
  expect(await rig.run(publicationId)).toBe('awaiting_user')
  return { userId: person, publicationId }
}

it('an address proves one publication of its person, until it is corrected there', async () => {
  const first = await waiting()
  await confirmPublication(rig.ctx, { ...first, url: at('piece-1001') })
  const second = await waiting(first.userId)
  const given = { ...second, url: `${at('piece-1001')}/?from=share` }
  await expect(confirmPublication(rig.ctx, given)).rejects.toEqual(refusedWith('PUBLICATION_URL_TAKEN'))
  const refused = await rig.detail(second.userId, second.publicationId)
  expect(refused).toMatchObject({ status: 'awaiting_user', confirmation: null, url: null })
  await correctAddress(rig.ctx, { ...first, url: at('piece-1002') })
  await confirmPublication(rig.ctx, given)
  expect((await rig.detail(second.userId, second.publicationId)).status).toBe('published')
})

it('an address of somebody else’s publication is refused without a word about it', async () => {
  const [first, second] = [await waiting(), await waiting()]
  await confirmPublication(rig.ctx, { ...first, url: at('piece-2001') })
  const asked = confirmPublication(rig.ctx, { ...second, url: at('piece-2001') })
  await expect(asked).rejects.toEqual(refusedWith('PUBLICATION_URL_TAKEN_ELSEWHERE'))
})

it('given for two at the same moment, it proves one of them', async () => {
  const both = [await waiting(), await waiting()]
  const ends = await Promise.allSettled(
    both.map((own) => confirmPublication(rig.ctx, { ...own, url: at('piece-3001') })),
  )
  expect(ends.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  expect(ends).toContainEqual({ status: 'rejected', reason: refusedWith('PUBLICATION_URL_TAKEN_ELSEWHERE') })
})
