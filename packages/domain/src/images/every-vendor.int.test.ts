import { randomUUID } from 'node:crypto'
import { formatId } from '@mozhou/contracts/ids'
import { editImageInput, generateImageInput, upscaleImageInput, varyImageInput } from '@mozhou/contracts/images/inputs'
import { imageAbilitiesOf } from '@mozhou/contracts/models/image-limits/abilities-of'
import type { ImageOperation } from '@mozhou/contracts/models/image-kinds'
import { imageVendorKeys } from '@mozhou/contracts/models/vendor-keys'
import { imageCatalogueDefaults } from '@mozhou/integrations/ai/catalogue-image-defaults'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { getBalance } from '../credits/get-balance.ts'
import type { RequestedGeneration } from '../generations/request-generation.ts'
import { getImageCreation } from './get-image-creation.ts'
import { editImage, generateImage, upscaleImage, varyImage } from './request-image.ts'
import { createImageRig, sampleMask, samplePicture } from './testing/image-rig.ts'
import type { ImageRig } from './testing/image-rig.ts'

let rig: ImageRig
let source: Uint8Array
let mask: Uint8Array
beforeAll(async () => {
  rig = await createImageRig()
  source = await samplePicture(640, 640)
  mask = await sampleMask(640, 640)
})
afterAll(() => rig.domain.close())

/** Every operation at every vendor that offers it, by the first of its models that does. */
const pairs = imageVendorKeys.flatMap((vendor) => {
  const models = imageCatalogueDefaults.filter((model) => model.vendor === vendor)
  const offered = models.flatMap(({ alias, upstreamModel }) =>
    imageAbilitiesOf(vendor, upstreamModel).operations.map((operation) => [operation, alias] as const),
  )
  return [...new Map(offered.toReversed())].map(([operation, alias]) => [vendor, operation, alias] as const)
})

async function press(operation: ImageOperation, alias: string, userId: string): Promise<RequestedGeneration> {
  const modelId = formatId('model', await rig.modelId(alias))
  const common = { modelId, requestKey: randomUUID() }
  const words = { ...common, prompt: '雪天的红灯笼' }
  if (operation === 'generate') return generateImage(rig.ctx, { ...generateImageInput.parse(words), userId })
  const image = formatId('file', await rig.upload(userId, source))
  if (operation === 'variation') return varyImage(rig.ctx, { ...varyImageInput.parse({ ...words, image }), userId })
  if (operation === 'upscale') {
    const [factor] = imageAbilitiesOfAlias(alias).upscaleFactors
    return upscaleImage(rig.ctx, { ...upscaleImageInput.parse({ ...common, image, factor }), userId })
  }
  const mode = operation === 'edit' ? 'inpaint' : operation
  const more = operation === 'edit' ? { mask: formatId('file', await rig.upload(userId, mask)) } : {}
  return editImage(rig.ctx, { ...editImageInput.parse({ ...words, ...more, mode, image }), userId })
}

function imageAbilitiesOfAlias(alias: string) {
  const model = imageCatalogueDefaults.find((one) => one.alias === alias)
  const vendor = imageVendorKeys.find((key) => key === model?.vendor)
  if (!model || !vendor) throw new Error(`no model ${alias}`)
  return imageAbilitiesOf(vendor, model.upstreamModel)
}

it.each(pairs)('%s: %s', async (_vendor, operation, alias) => {
  const userId = await rig.addUser()
  const requested = await press(operation, alias, userId)
  expect(await rig.run(requested)).toBe('finished')
  const [version] = (await getImageCreation(rig.ctx, { creationId: requested.creationId, userId })).versions
  expect(version).toMatchObject({ model: alias, missing: 0, form: { operation } })
  expect(version?.pictures).toHaveLength(1)
  expect((await getBalance(rig.ctx, { userId })).credits).toBe(40)
})
