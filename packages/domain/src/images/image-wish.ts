import { imageSizes } from '@mozhou/contracts/images/kinds'
import type { ImageSizeKey } from '@mozhou/contracts/images/kinds'
import { sizeFor } from '@mozhou/contracts/images/size-for'
import { whyUnable } from '@mozhou/contracts/models/image-abilities'
import type { ImageAbilities, ImageWish, PictureSize } from '@mozhou/contracts/models/image-abilities'
import type { PictureType } from '@mozhou/contracts/models/image-kinds'
import type { ImageInput } from './image-input.ts'
import { needsPromptHelp } from './image-input.ts'
import type { StoredPicture } from './load-picture.ts'
import { withStyle } from './style-words.ts'

/** Characters that a helped prompt may come to. */
export const longestHelpedPrompt = 400

export function ratioOfSize(size: ImageSizeKey): number {
  const { width, height } = imageSizes[size].ratio
  return width / height
}

/** The size to ask this model for; null where the source has it. Undefined when it makes nothing near the shape. */
export function modelSize(abilities: ImageAbilities, { size, operation }: ImageInput): PictureSize | null | undefined {
  if (operation !== 'generate' || size === null) return null
  return sizeFor(abilities.sizes, ratioOfSize(size)) ?? undefined
}

/** PNG where it is to be had: nothing is lost before the marks are put on. */
export function formatOf({ formats }: ImageAbilities): PictureType {
  return formats.includes('image/png') ? 'image/png' : (formats[0] ?? 'image/png')
}

/** What a model is told: with the style, and with what shall not be seen where it has no field for that. */
export function wordsFor(
  abilities: ImageAbilities,
  input: Pick<ImageInput, 'negativePrompt' | 'style' | 'operation'>,
  prompt: string,
): { prompt: string; negativePrompt: string } {
  const { negativePrompt, operation } = input
  if (operation === 'upscale' || operation === 'remove_background') return { prompt: '', negativePrompt: '' }
  const styled = withStyle(prompt, input.style)
  if (negativePrompt.length <= abilities.maxNegativeChars) return { prompt: styled, negativePrompt }
  return { prompt: `${styled}。不要出现：${negativePrompt}`, negativePrompt: '' }
}

/** One call of a run, as a model's limits look at it. */
export function wishOf(
  abilities: ImageAbilities,
  input: ImageInput,
  pictures: { source: StoredPicture | null; mask: StoredPicture | null },
  prompt = needsPromptHelp(input) ? '墨'.repeat(longestHelpedPrompt) : input.prompt,
): ImageWish | null {
  const size = modelSize(abilities, input)
  if (size === undefined) return null
  const words = wordsFor(abilities, input, prompt)
  return {
    operation: input.operation,
    size,
    count: 1,
    format: formatOf(abilities),
    promptChars: words.prompt.length,
    negativeChars: words.negativePrompt.length,
    source: pictures.source,
    mask: pictures.mask,
    factor: input.factor,
  }
}

/** Whether a model can make these pictures, if one call at a time. */
export function canMake(
  abilities: ImageAbilities | null,
  input: ImageInput,
  pictures: { source: StoredPicture | null; mask: StoredPicture | null },
): boolean {
  if (abilities === null) return false
  const wish = wishOf(abilities, input, pictures)
  return wish !== null && whyUnable(abilities, wish) === null
}
