import type { ImageToolsDto } from '@mozhou/contracts/images/answers'
import { imagePriceCredits } from '@mozhou/contracts/images/kinds'
import type { ImageForm } from './image-form.ts'
import { picturesAsked } from './image-form.ts'

/** Credits of one press, for who is no member. */
export function priceOf(form: ImageForm, prices: ImageToolsDto['prices']): number {
  if (form.tool === 'image-upscale' && form.isPlain) return 0
  const quality = form.tool === 'text-to-image' ? form.quality : 'standard'
  const each = prices.find((price) => price.tool === form.tool && price.quality === quality)
  return (each?.credits ?? imagePriceCredits) * picturesAsked(form)
}
