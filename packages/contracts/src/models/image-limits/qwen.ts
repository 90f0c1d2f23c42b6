import type { ImageAbilities, SizeRule, SourceRule } from '../image-abilities.ts'

/** Which of the vendor's three interfaces an id speaks. */
export type QwenInterface = 'synthesis' | 'imageedit' | 'messages'

export function interfaceOf(upstreamModel: string): QwenInterface {
  if (/imageedit/.test(upstreamModel)) return 'imageedit'
  return /^(?:wanx|wan2\.[1-5]-t2i|qwen-image(?:-plus)?(?:@|$))/.test(upstreamModel) ? 'synthesis' : 'messages'
}

/** An id of `messages` that works on a picture, alone or besides making new ones. */
const editsPictures = (upstreamModel: string) => /^(?:qwen-image-edit|qwen-image-2|wan2\.7-image)/.test(upstreamModel)

const onlyEdits = (upstreamModel: string) => upstreamModel.startsWith('qwen-image-edit')

const qwenImageSizes: SizeRule = {
  kind: 'listed',
  sizes: [
    [1664, 928],
    [1472, 1104],
    [1328, 1328],
    [1104, 1472],
    [928, 1664],
  ].map(([width = 0, height = 0]) => ({ width, height })),
}
const wanSizes: SizeRule = { kind: 'free', step: 1, minSide: 512, maxSide: 1440, maxPixels: 1440 * 1440, maxRatio: 3 }

const source: SourceRule = {
  types: ['image/png', 'image/jpeg', 'image/webp'],
  minSide: 512,
  maxSide: 4096,
  maxPixels: 4096 * 4096,
  maxBytes: 7_000_000,
}

const common = {
  formats: ['image/png'] as const,
  maxPromptChars: 800,
  maxNegativeChars: 500,
  maxCount: 4,
  upscaleFactors: [],
  mask: null,
  isModerated: true,
}

/** Model Studio's pages of wan, qwen-image and wanx2.1-imageedit (help.aliyun.com, read 2026-11); sizes beyond doubt are narrower than theirs. */
export function qwenAbilities(upstreamModel: string): ImageAbilities {
  const kind = interfaceOf(upstreamModel)
  const sizes = /^qwen-image(?:-plus|-max)?(?:@|$)/.test(upstreamModel) ? qwenImageSizes : wanSizes
  if (kind === 'imageedit')
    return {
      ...common,
      operations: ['variation', 'edit', 'restyle', 'replace_background', 'upscale'],
      sizes,
      source,
      maxNegativeChars: 0,
      mask: { exactness: 'guide', maxBytes: 7_000_000 },
      upscaleFactors: [2, 4],
      findsLostTasks: true,
    }
  if (kind === 'synthesis')
    return {
      ...common,
      operations: ['generate'],
      sizes,
      // Of this family qwen-image makes one picture a call.
      maxCount: upstreamModel.startsWith('qwen-image') ? 1 : 4,
      source: null,
      findsLostTasks: true,
    }
  const edits = editsPictures(upstreamModel)
  return {
    ...common,
    operations: [
      ...(onlyEdits(upstreamModel) ? [] : (['generate'] as const)),
      ...(edits ? (['variation', 'restyle', 'replace_background'] as const) : []),
    ],
    sizes,
    maxCount: onlyEdits(upstreamModel) || upstreamModel.startsWith('qwen-image') ? 1 : 4,
    source: edits ? source : null,
    findsLostTasks: false,
  }
}
