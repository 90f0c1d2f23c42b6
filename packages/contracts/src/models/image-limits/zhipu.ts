import type { ImageAbilities } from '../image-abilities.ts'

/** GLM-Image draws for twenty seconds, and has a task for it; CogView answers with the picture. */
export const isTaskModel = (upstreamModel: string) => upstreamModel.startsWith('glm-image')

/** https://docs.bigmodel.cn, image generation (read 2026-11): one picture a call, and no way to work on a picture. */
export function zhipuAbilities(upstreamModel: string): ImageAbilities {
  const isTask = isTaskModel(upstreamModel)
  return {
    operations: ['generate'],
    sizes: {
      kind: 'free',
      step: isTask ? 32 : 16,
      minSide: 512,
      maxSide: 2048,
      maxPixels: isTask ? 2 ** 22 : 2 ** 21,
      maxRatio: 4,
    },
    maxCount: 1,
    formats: ['image/png'],
    maxPromptChars: 1_000,
    maxNegativeChars: 500,
    source: null,
    mask: null,
    upscaleFactors: [],
    isModerated: true,
    findsLostTasks: false,
  }
}
