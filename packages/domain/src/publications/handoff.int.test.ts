import sharp from 'sharp'
import { encode } from 'uqr'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import type { Handoff } from '@mozhou/integrations/publishing/port'
import { fileActs } from '../files/testing/file-acts.ts'
import { pictureFacts } from '../platform-media/picture-facts.ts'
import { openHandoff } from './open-handoff.ts'
import { confirmPublication } from './confirm-publication.ts'
import { createPublishingRig } from './testing/publishing-rig.ts'
import type { PublishingRig } from './testing/publishing-rig.ts'

// What is handed to its person, on the computer and on the phone that scans the code there.
let rig: PublishingRig
beforeAll(async () => {
  rig = await createPublishingRig()
})
beforeEach(() => rig.fresh())
afterAll(() => rig.domain.close())

const refusedWith = (code: string) => expect.objectContaining({ code })
const share = 'snssdk1128://openplatform/share?client_key=k&state=s'

/** With cards and a formula of its own, handed over by 抖音 as a share. */
async function handedOver(more: Partial<Handoff> = {}) {
  const platform = rig.platform('douyin')
  platform.moods = ['handed_over']
  const submit = platform.submit.bind(platform)
  platform.submit = async (session, input, ...asked) => {
    const answer = await submit(session, input, ...asked)
    if (answer.outcome !== 'awaiting_user') return answer
    const mediaIds = input.package.media.map(({ id }) => id)
    return { ...answer, handoff: { ...answer.handoff, kind: 'scan', phoneUrl: share, mediaIds, ...more } }
  }
  const userId = await rig.newPerson()
  const accountId = await rig.account(userId, 'douyin')
  const body = '## 山里\n\n早晨很安静，我们带了帐篷。\n\n$$\nE = mc^2\n$$\n\n下午下雨。'
  const result = { title: '山里住一晚', summary: '山里', body, keywords: ['露营'] }
  const creationId = await rig.work(userId, { title: '山里住一晚', result })
  const [publicationId = ''] = await rig.publish(userId, creationId, [{ accountId }])
  expect(await rig.run(publicationId)).toBe('awaiting_user')
  const detail = await rig.detail(userId, publicationId)
  return { userId, publicationId, detail, code: detail.handoff?.phonePage?.path.replace('/h/', '') ?? '' }
}

it('has an address for every picture, cards and formulas too, that lives as long as the page', async () => {
  const { detail } = await handedOver()
  expect(detail.package.media.map(({ kind }) => kind)).toContain('card')
  expect(detail.mediaLinks.map(({ id }) => id)).toEqual(detail.package.media.map(({ id }) => id))
  for (const { url, downloadUrl } of detail.mediaLinks)
    for (const link of [url, downloadUrl]) {
      const expires = new URL(link ?? '', 'http://api.test').searchParams.get('expires')
      expect(Number(expires) * 1_000 - rig.ctx.clock.now().getTime()).toBeGreaterThanOrEqual(24 * 3_600_000)
    }
})

it('is opened by the code that stands on the screen, as a camera reads it, and by nobody’s session', async () => {
  const { userId, detail, code } = await handedOver()
  const page = `https://mozhou.example.com${detail.handoff?.phonePage?.path ?? ''}`
  const { data, size } = encode(page, { ecc: 'M', border: 4 })
  const cells = data.flatMap((row, y) =>
    row.flatMap((isDark, x) => (isDark ? [`<rect x="${x}" y="${y}" width="1" height="1"/>`] : [])),
  )
  // No larger than on the page.
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" width="208" height="208"><rect width="${size}" height="${size}" fill="#fff"/>${cells.join('')}</svg>`
  const picture = await sharp(Buffer.from(svg)).png().toBuffer()
  const fileId = await fileActs(rig.ctx).upload(userId, picture)
  const [fact] = await pictureFacts(rig.ctx, { userId, fileIds: [fileId] })
  expect(fact?.codes).toEqual([{ kind: 'qr', text: page }])
  const opened = await openHandoff(rig.ctx, { code })
  expect(opened).toMatchObject({ publicationId: detail.id, platform: 'douyin', title: '山里住一晚' })
  expect(opened.handoff).toEqual({ ...detail.handoff, phonePage: null })
  expect(opened.mediaLinks).toEqual(detail.mediaLinks)
})

it('leads nowhere else than into its platform, whatever was stored', async () => {
  for (const phoneUrl of ['https://evil.test/share', 'javascript:alert(1)', 'xhsdiscover://post']) {
    const { detail, code } = await handedOver({ phoneUrl })
    expect(detail.handoff?.phoneUrl).toBeNull()
    expect((await openHandoff(rig.ctx, { code })).handoff.phoneUrl).toBeNull()
    rig.fresh()
  }
})

it('ends with its time, and with the waiting', async () => {
  const expiresAt = new Date(rig.ctx.clock.now().getTime() + 3_600_000).toISOString()
  const first = await handedOver({ expiresAt })
  await confirmPublication(rig.ctx, { ...first, url: 'https://example.com/p/1' })
  await expect(openHandoff(rig.ctx, first)).rejects.toEqual(refusedWith('HANDOFF_CODE_DONE'))
  expect((await rig.detail(first.userId, first.publicationId)).handoff?.phonePage ?? null).toBeNull()
  rig.fresh()
  const second = await handedOver({ expiresAt: new Date(rig.ctx.clock.now().getTime() + 3_600_000).toISOString() })
  rig.domain.advance(3_600_000)
  await expect(openHandoff(rig.ctx, second)).rejects.toEqual(refusedWith('HANDOFF_CODE_EXPIRED'))
  await expect(openHandoff(rig.ctx, { code: 'anything' })).rejects.toEqual(refusedWith('HANDOFF_CODE_INVALID'))
})
