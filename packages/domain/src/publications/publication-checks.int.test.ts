import { encode } from 'uqr'
import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import type { MediaFile } from '@mozhou/integrations/publishing/media-port'
import { fileActs, noisePicture } from '../files/testing/file-acts.ts'
import { getPlatformRules } from '../platform-rules/get-platform-rules.ts'
import { saveWordList } from '../platform-rules/save-word-list.ts'
import { setPlatformRule } from '../platform-rules/set-platform-rule.ts'
import { previewPublications } from './preview-publications.ts'
import { createPublishingRig } from './testing/publishing-rig.ts'
import type { PublishingRig } from './testing/publishing-rig.ts'

// What a package is held to, and what is drawn for it, from the preview to the day on which it is due.
let rig: PublishingRig
beforeAll(async () => {
  rig = await createPublishingRig()
})
beforeEach(() => rig.fresh())
afterAll(() => rig.domain.close())

const refusedWith = (code: string) => expect.objectContaining({ code })

async function qr(text: string): Promise<Buffer> {
  const { data, size } = encode(text, { border: 4 })
  const cells = data.flatMap((row, y) =>
    row.flatMap((dark, x) => (dark ? [`<rect x="${x}" y="${y}" width="1" height="1"/>`] : [])),
  )
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" width="300" height="300"><rect width="${size}" height="${size}" fill="#fff"/>${cells.join('')}</svg>`
  return sharp(Buffer.from(svg)).png().toBuffer()
}

/** What the next publication there is handed. */
function watchMedia(key: Parameters<PublishingRig['platform']>[0]): MediaFile[] {
  const platform = rig.platform(key)
  const { prepare, mediaWanted } = platform
  const handed: MediaFile[] = []
  platform.mediaWanted = (pack) => mediaWanted(pack).map((wanted) => ({ ...wanted, needsPublicUrl: true }))
  platform.prepare = (session, input, parts, signal) => {
    handed.push(...input.media)
    return prepare(session, input, parts, signal)
  }
  return handed
}

it('a code in a picture of the person’s stops it, and nobody has to say that it is there', async () => {
  const userId = await rig.newPerson()
  const accountId = await rig.account(userId, 'xiaohongshu')
  const creationId = await rig.work(userId)
  const picture = await fileActs(rig.ctx).upload(userId, await qr('https://example.com/qun'))
  const asked = { userId, creationId, targets: [{ accountId }], pictures: [picture] }
  const { previews } = await previewPublications(rig.ctx, asked)
  const [medium] = previews[0]?.package.media ?? []
  const fact = medium?.kind === 'file' ? medium.fact : null
  expect(fact).toMatchObject({ id: picture, alt: '照片', codes: [{ kind: 'qr' }], ai: { isGenerated: false } })
  expect(previews[0]?.report.results.map(({ code }) => code)).toContain('media.qr_code')
  const publishing = rig.publish(userId, creationId, asked.targets, { pictures: [picture] })
  await expect(publishing).rejects.toEqual(refusedWith('PUBLICATION_BLOCKED'))
})

it('a cover goes along that is not named among the pictures', async () => {
  const userId = await rig.newPerson()
  const creationId = await rig.work(userId)
  const cover = await fileActs(rig.ctx).upload(userId, await noisePicture(1_200))
  const targets = [{ platform: 'wechat_official' as const }, { platform: 'xiaohongshu' as const }]
  const { previews } = await previewPublications(rig.ctx, { userId, creationId, targets, cover })
  for (const { package: pack, report } of previews) {
    expect(pack).toMatchObject({
      cover,
      media: expect.arrayContaining([expect.objectContaining({ kind: 'file', id: cover })]),
    })
    expect(report.results.filter(({ code }) => /cover|media.missing/.test(code))).toEqual([])
  }
})

it('operators’ rules and words hold in the preview, in publishing and on the day, and the report says which', async () => {
  const userId = await rig.newPerson()
  const accountId = await rig.account(userId, 'zhihu')
  const creationId = await rig.work(userId, { title: '山路夜跑' })
  const targets = [{ accountId }]
  const before = await getPlatformRules(rig.ctx)
  const [publicationId = ''] = await rig.publish(userId, creationId, targets)
  const reportOf = async () => (await rig.detail(userId, publicationId)).report
  expect(await reportOf()).toMatchObject({ overridesVersion: before.overrides.version, wordListVersion: null })

  const actor = { userId, requestId: 'test' }
  const reason = '试行'
  const code = 'zhihu.title.max'
  await setPlatformRule(rig.ctx, { code, platform: null, difference: { hard: 90 }, reason, before: 0, actor })
  const terms = [{ term: '山路', severity: 'block' as const }]
  await saveWordList(rig.ctx, { terms, note: reason, before: 0, actor })
  const { overrides, wordList } = await getPlatformRules(rig.ctx)
  const versions = { overridesVersion: overrides.version, wordListVersion: wordList?.version }
  expect(versions).toEqual({ overridesVersion: '1', wordListVersion: '1' })

  const { previews } = await previewPublications(rig.ctx, { userId, creationId, targets })
  expect(previews[0]).toMatchObject({ isBlocked: true, report: versions })
  const longer = [{ accountId, edits: { title: '夜'.repeat(95) } }]
  const long = await previewPublications(rig.ctx, { userId, creationId, targets: longer })
  expect(long.previews[0]?.report.results).toContainEqual(expect.objectContaining({ code, limit: 90 }))
  const other = await rig.work(userId, { title: '山路' })
  await expect(rig.publish(userId, other, targets)).rejects.toEqual(refusedWith('PUBLICATION_BLOCKED'))

  expect(await rig.run(publicationId)).toBe('needs_attention')
  expect(await rig.detail(userId, publicationId)).toMatchObject({ reason: 'rules_blocked', report: versions })
  expect(rig.platform('zhihu').asked).toEqual([])
  await saveWordList(rig.ctx, { terms: [], note: reason, before: 1, actor })
})

it('cards are drawn into files of the author’s, with the marks of an AI, and what was drawn is sent', async () => {
  const userId = await rig.newPerson()
  const accountId = await rig.account(userId, 'xiaohongshu')
  const creationId = await rig.work(userId)
  const [publicationId = ''] = await rig.publish(userId, creationId, [{ accountId }])
  const handed = watchMedia('xiaohongshu')
  expect(await rig.run(publicationId)).toBe('published')
  const files = await rig.ctx.prisma.file.findMany({ where: { userId }, select: { contentId: true, originKey: true } })
  expect(files).toMatchObject([{ contentId: expect.stringMatching(/^cre/u) }])
  expect(files[0]?.originKey).toContain(`drawn:${creationId}:ai`)
  const [card] = handed
  if (!card) throw new Error('nothing was handed over')
  expect(card).toMatchObject({ id: 'card-1', mimeType: 'image/png' })
  expect(card.publicUrl).toMatch(/^http:\/\/api\.test\//u)
  // A share waits an hour for its person, and a review fetches later.
  const ends = Number(new URL(card.publicUrl ?? '').searchParams.get('expires')) * 1_000
  expect(ends - rig.ctx.clock.now().getTime()).toBeGreaterThanOrEqual(24 * 3_600_000)
  const bytes = Buffer.from(await card.read(0, card.size))
  expect(await sharp(bytes).metadata()).toMatchObject({ width: 1_080, height: 1_440 })
  expect(bytes.toString('latin1')).toContain(files[0]?.contentId)
})

it('a formula that cannot be read is named and waits for its person: nothing is sent in its place', async () => {
  const userId = await rig.newPerson()
  const accountId = await rig.account(userId, 'toutiao')
  const body = '夜跑。\n\n$$a^2$$\n\n安静。\n\n$$\\nosuchthing{$$'
  const creationId = await rig.work(userId, { result: { title: '城市夜跑', body } })
  const [publicationId = ''] = await rig.publish(userId, creationId, [{ accountId }])
  expect(await rig.run(publicationId)).toBe('needs_attention')
  expect(await rig.detail(userId, publicationId)).toMatchObject({
    reason: 'media_missing',
    mediaId: 'formula-2',
    detail: { zh: expect.stringContaining('公式') },
  })
  expect([rig.platform('toutiao').asked, rig.platform('toutiao').uploaded]).toEqual([[], []])
})
