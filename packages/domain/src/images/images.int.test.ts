import { randomUUID } from 'node:crypto'
import { formatId } from '@mozhou/contracts/ids'
import {
  editImageInput,
  generateImageInput,
  regenerateImageInput,
  upscaleImageInput,
  varyImageInput,
} from '@mozhou/contracts/images/inputs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { auditLedger } from '../credits/audit-ledger.ts'
import { getBalance } from '../credits/get-balance.ts'
import { getReceipt } from '../generations/get-receipt.ts'
import { getImageCreation } from './get-image-creation.ts'
import { regenerateImage } from './regenerate-image.ts'
import { editImage, generateImage, upscaleImage, varyImage } from './request-image.ts'
import { colourPicture, createImageRig, sampleMask, samplePicture } from './testing/image-rig.ts'
import type { ImageRig } from './testing/image-rig.ts'

let rig: ImageRig
beforeAll(async () => {
  rig = await createImageRig()
})
afterAll(async () => {
  const { checks } = await auditLedger(rig.ctx)
  await rig.domain.close()
  expect(checks.filter((check) => !check.isPassed)).toEqual([])
})

const credits = async (userId: string) => (await getBalance(rig.ctx, { userId })).credits
const key = () => ({ requestKey: randomUUID() })
const draw = async (userId: string, more: object = {}) => {
  const input = generateImageInput.parse({ prompt: '雪天的红灯笼', ...key(), ...more })
  return generateImage(rig.ctx, { ...input, userId })
}
const shown = (userId: string, { creationId }: { creationId: string }) =>
  getImageCreation(rig.ctx, { creationId, userId })

describe('pictures from words', () => {
  it('are charged by the picture, kept with both marks, and shown', async () => {
    const userId = await rig.addUser()
    const requested = await draw(userId, { count: 2, size: 'wechat-cover' })
    expect(requested.priceCredits).toBe(20)
    expect(await rig.run(requested)).toBe('finished')
    const work = await shown(userId, requested)
    const [version] = work.versions
    expect(version).toMatchObject({
      ordinal: 1,
      kind: 'generated',
      usedPrompt: '雪天的红灯笼',
      missing: 0,
      model: '通义万相',
    })
    expect(version?.pictures).toHaveLength(2)
    for (const { width, height, urls } of version?.pictures ?? []) {
      expect(width / height).toBeCloseTo(2.35, 1)
      expect(urls?.full).toMatch(/^\/f\/fil_/)
    }
    expect(work.creation).toMatchObject({ kind: 'image', title: '雪天的红灯笼', status: 'succeeded' })
    expect(work.creation.thumbnail).toMatch(/^\/f\/fil_.*part=card/)
    expect(work.run).toMatchObject({
      step: 'done',
      pictures: [
        { place: 1, state: 'made' },
        { place: 2, state: 'made' },
      ],
    })
    expect(await credits(userId)).toBe(30)
    const receipt = await getReceipt(rig.ctx, { creationId: requested.creationId, userId })
    expect(receipt).toMatchObject({
      netCredits: -20,
      generations: [
        {
          attempts: [{ outcome: 'succeeded' }],
          delivery: {
            title: { zh: '文生图' },
            asked: 2,
            delivered: 2,
            calls: [{ model: '通义万相', state: 'done', taskId: expect.any(String) }],
          },
        },
      ],
    })
    const usage = await rig.ctx.prisma.modelUsage.findMany({ where: { generationId: requested.generationId } })
    expect(usage).toMatchObject([{ outcome: 'succeeded', pictures: 2, costMicroYuan: 280_000n }])
    expect(await rig.ctx.prisma.imageCall.findMany()).toMatchObject([{ state: 'done', places: [1, 2], outcomes: null }])
  })

  it('may be helped by a text model, on the same charge', async () => {
    const userId = await rig.addUser()
    const requested = await draw(userId, { helpsPrompt: true })
    expect(requested.priceCredits).toBe(10)
    expect(await rig.run(requested)).toBe('finished')
    const [version] = (await shown(userId, requested)).versions
    expect(version?.isPromptHelped).toBe(true)
    expect(version?.usedPrompt).not.toBe('雪天的红灯笼')
    expect(version?.usedPrompt.length).toBeGreaterThan(10)
    const attempts = (await getReceipt(rig.ctx, { creationId: requested.creationId, userId })).generations[0]?.attempts
    expect(attempts?.map(({ outcome }) => outcome)).toEqual(['succeeded', 'succeeded'])
    expect(await credits(userId)).toBe(40)
  })

  it('come in single calls from a model that makes one at a time', async () => {
    const userId = await rig.addUser()
    const requested = await draw(userId, { count: 3, modelId: formatId('model', await rig.modelId('CogView-4')) })
    expect(await rig.run(requested)).toBe('finished')
    const [version] = (await shown(userId, requested)).versions
    expect(version).toMatchObject({ model: 'CogView-4', missing: 0 })
    expect(await rig.ctx.prisma.imageCall.count({ where: { generationId: requested.generationId } })).toBe(3)
  })
})

describe('a picture of one’s own', () => {
  it.each(['DALL-E 3', '通义万相 · 编辑', 'Stable Diffusion', 'Stable Diffusion（自建）'])(
    'is varied and edited by %s',
    async (alias) => {
      const found = await rig.ctx.prisma.aiModel.findFirst({ where: { alias, deletedAt: null }, select: { id: true } })
      const modelId = found ? formatId('model', found.id) : null
      const userId = await rig.addUser()
      const fileId = await rig.upload(userId, await samplePicture())
      const image = formatId('file', fileId)
      const varied = await varyImage(rig.ctx, { ...varyImageInput.parse({ image, modelId, ...key() }), userId })
      expect(await rig.run(varied)).toBe('finished')
      expect((await shown(userId, varied)).versions[0]).toMatchObject({
        form: { operation: 'variation', source: { fileId: image } },
      })
      const mask = formatId('file', await rig.upload(userId, await sampleMask()))
      const edit = editImageInput.parse({ image, mask, mode: 'inpaint', prompt: '一盏灯', modelId, ...key() })
      const edited = await editImage(rig.ctx, { ...edit, userId })
      expect(await rig.run(edited)).toBe('finished')
      expect((await shown(userId, edited)).versions[0]?.pictures[0]).toMatchObject({ width: 768, height: 768 })
    },
  )

  it('makes a tree of versions with what is made of it', async () => {
    const userId = await rig.addUser()
    const first = await draw(userId)
    await rig.run(first)
    const [root] = (await shown(userId, first)).versions
    const image = root?.pictures[0]?.fileId ?? ''
    const upscale = upscaleImageInput.parse({ image, factor: 2, ...key() })
    const larger = await upscaleImage(rig.ctx, { ...upscale, userId })
    expect(larger.creationId).toBe(first.creationId)
    expect(await rig.run(larger)).toBe('finished')
    const again = regenerateImageInput.parse({
      creationId: formatId('creation', first.creationId),
      versionId: root?.id,
      ...key(),
    })
    expect(await rig.run(await regenerateImage(rig.ctx, { ...again, userId }))).toBe('finished')
    const { versions } = await shown(userId, first)
    expect(versions.map(({ ordinal, parentVersionId, form }) => [ordinal, parentVersionId, form.operation])).toEqual([
      [1, null, 'generate'],
      [2, root?.id, 'upscale'],
      [3, null, 'generate'],
    ])
    const [before] = root?.pictures ?? []
    expect(versions[1]?.pictures[0]).toMatchObject({
      width: (before?.width ?? 0) * 2,
      height: (before?.height ?? 0) * 2,
    })
    expect(await credits(userId)).toBe(20)
  })

  it('is cut out once, and neither more at the first time nor again', async () => {
    const userId = await rig.addUser()
    const image = formatId('file', await rig.upload(userId, await samplePicture()))
    const edit = editImageInput.parse({ image, mode: 'remove_background', ...key() })
    const cut = await editImage(rig.ctx, { ...edit, userId })
    expect(await rig.run(cut)).toBe('finished')
    const receipt = await getReceipt(rig.ctx, { creationId: cut.creationId, userId })
    const [delivery] = receipt.generations.map((row) => row.delivery)
    expect(delivery).toMatchObject({ title: { zh: '去背景' }, asked: 1, delivered: 1 })
    const more = { creationId: formatId('creation', cut.creationId), count: 2, ...key() }
    const refused = regenerateImage(rig.ctx, { ...regenerateImageInput.parse(more), userId })
    const params = { field: 'count', rule: 'too_big', maximum: 1 }
    await expect(refused).rejects.toMatchObject({ code: 'VALIDATION_FAILED', params })
  })

  it('is said to be gone when it is, and nothing is made of it anew', async () => {
    const userId = await rig.addUser()
    const fileId = await rig.upload(userId, await samplePicture())
    const vary = varyImageInput.parse({ image: formatId('file', fileId), ...key() })
    const varied = await varyImage(rig.ctx, { ...vary, userId })
    expect(await rig.run(varied)).toBe('finished')
    await rig.ctx.prisma.file.update({ where: { id: fileId }, data: { deletedAt: rig.ctx.clock.now() } })
    const again = regenerateImageInput.parse({ creationId: formatId('creation', varied.creationId), ...key() })
    const refused = regenerateImage(rig.ctx, { ...again, userId })
    await expect(refused).rejects.toMatchObject({ code: 'FILE_NOT_FOUND', params: { field: 'image' } })
  })

  it('is refused with a mask that does not fit it, or that marks nothing', async () => {
    const userId = await rig.addUser()
    const image = formatId('file', await rig.upload(userId, await samplePicture()))
    const small = formatId('file', await rig.upload(userId, await sampleMask(512, 512)))
    const edit = (mask: string) =>
      editImage(rig.ctx, { ...editImageInput.parse({ image, mask, mode: 'inpaint', ...key() }), userId })
    await expect(edit(small)).rejects.toMatchObject({ code: 'IMAGE_MASK_DIFFERS' })
    const photo = formatId('file', await rig.upload(userId, await colourPicture()))
    await expect(edit(photo)).rejects.toMatchObject({ code: 'IMAGE_MASK_COLOURED', params: { field: 'mask' } })
    const other = await rig.addUser()
    const foreign = formatId('file', await rig.upload(other, await samplePicture()))
    await expect(edit(foreign)).rejects.toMatchObject({ code: 'FILE_NOT_FOUND', params: { field: 'mask' } })
  })
})
