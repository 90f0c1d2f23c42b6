import type { ImageVendorKey } from '@mozhou/contracts/models/vendor-keys'
import type { ImageModelFactory } from './port.ts'
import { automatic1111Images } from './vendors/automatic1111.ts'
import { openAiImages } from './vendors/openai.ts'
import { qwenImages } from './vendors/qwen.ts'
import { stabilityImages } from './vendors/stability.ts'
import { zhipuImages } from './vendors/zhipu.ts'

const imageModels = {
  openai: openAiImages,
  qwen: qwenImages,
  zhipu: zhipuImages,
  stability: stabilityImages,
  automatic1111: automatic1111Images,
} satisfies Record<ImageVendorKey, ImageModelFactory>

/** The adapter for one image model of the catalogue. Makes no call; wrong credentials show when it submits. */
export const createImageModel: ImageModelFactory = (target) => imageModels[target.vendor](target)
