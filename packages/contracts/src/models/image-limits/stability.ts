import type { ImageAbilities } from '../image-abilities.ts'

export const stabilityRatios = ['16:9', '1:1', '21:9', '2:3', '3:2', '4:5', '5:4', '9:16', '9:21'] as const

/** https://platform.stability.ai/docs/api-reference, v2beta (read 2026-11). */
export function stabilityAbilities(upstreamModel: string): ImageAbilities {
  return {
    operations: [
      'generate',
      // Core takes no picture.
      ...(upstreamModel.startsWith('core') ? [] : (['variation'] as const)),
      'edit',
      'restyle',
      'remove_background',
      'replace_background',
      'upscale',
    ],
    sizes: { kind: 'ratios', ratios: stabilityRatios },
    maxCount: 1,
    // remove-background makes no JPEG, and no call is refused for a format that all of them make.
    formats: ['image/png', 'image/webp'],
    maxPromptChars: 10_000,
    maxNegativeChars: 10_000,
    source: {
      types: ['image/png', 'image/jpeg', 'image/webp'],
      minSide: 64,
      // The fast upscaler's; the others take more pixels and have no bound of their own for a side.
      maxSide: 1_536,
      maxPixels: 9_437_184,
      maxBytes: 10_000_000,
    },
    mask: { exactness: 'guide', maxBytes: 10_000_000 },
    upscaleFactors: [4],
    isModerated: true,
    findsLostTasks: false,
  }
}
