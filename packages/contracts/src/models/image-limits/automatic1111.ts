import type { ImageAbilities } from '../image-abilities.ts'

export const automatic1111Abilities: ImageAbilities = {
  operations: ['generate', 'variation', 'edit', 'restyle', 'upscale'],
  sizes: { kind: 'free', step: 8, minSide: 64, maxSide: 2048, maxPixels: 2048 * 2048, maxRatio: 4 },
  maxCount: 4,
  formats: ['image/png'],
  maxPromptChars: 2_000,
  maxNegativeChars: 2_000,
  source: {
    types: ['image/png', 'image/jpeg', 'image/webp'],
    minSide: 64,
    maxSide: 2048,
    maxPixels: 2048 * 2048,
    maxBytes: 20_000_000,
  },
  // It puts the source back where nothing is painted.
  mask: { exactness: 'exact', maxBytes: 20_000_000 },
  upscaleFactors: [2, 4],
  // Nobody looks at words or pictures there.
  isModerated: false,
  findsLostTasks: false,
}
