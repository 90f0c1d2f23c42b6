import type { ImageEnlargedDto } from '@mozhou/contracts/images/answers'
import type { EnlargeImageInput } from '@mozhou/contracts/images/inputs'
import type { GenerationsContext } from '../generations/fulfilment.ts'

export function enlargeImage(
  _ctx: GenerationsContext,
  _input: EnlargeImageInput & { userId: string },
): Promise<ImageEnlargedDto> {
  return Promise.reject(new Error('not made yet'))
}
