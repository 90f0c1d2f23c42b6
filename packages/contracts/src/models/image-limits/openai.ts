import type { ImageAbilities, SizeRule } from '../image-abilities.ts'

/** GPT Image 1 makes three sizes; from 2 on, any within these bounds (`images.d.ts` of npm openai 7.57.0, read 2026-11). */
const listedSizes: SizeRule = {
  kind: 'listed',
  sizes: [
    { width: 1024, height: 1024 },
    { width: 1536, height: 1024 },
    { width: 1024, height: 1536 },
  ],
}
const freeSizes: SizeRule = {
  kind: 'free',
  step: 16,
  minSide: 256,
  maxSide: 3840,
  maxPixels: 3840 * 2160,
  maxRatio: 3,
}

const isFirstGeneration = (upstreamModel: string) => /^gpt-image-1\b/.test(upstreamModel)

export function openAiAbilities(upstreamModel: string): ImageAbilities {
  const isFirst = isFirstGeneration(upstreamModel)
  return {
    operations: [
      'generate',
      'variation',
      'edit',
      'restyle',
      'replace_background',
      // What is known of transparent backgrounds is known of the first generation.
      ...(isFirst ? (['remove_background'] as const) : []),
    ],
    sizes: isFirst ? listedSizes : freeSizes,
    maxCount: 10,
    formats: ['image/png', 'image/jpeg', 'image/webp'],
    maxPromptChars: 30_000,
    maxNegativeChars: 1_000,
    source: {
      types: ['image/png', 'image/jpeg', 'image/webp'],
      minSide: 64,
      maxSide: 8_192,
      maxPixels: 50_000_000,
      maxBytes: 20_000_000,
    },
    // The model is shown the mask and may still touch what lies outside.
    mask: { exactness: 'guide', maxBytes: 4_000_000 },
    upscaleFactors: [],
    isModerated: true,
    findsLostTasks: false,
  }
}
