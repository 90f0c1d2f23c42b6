import type { ImageCreationDto } from '@mozhou/contracts/images/answers'
import type { GenerationsContext } from '../generations/fulfilment.ts'

export function getImageCreation(
  _ctx: GenerationsContext,
  _input: { creationId: string; userId: string },
): Promise<ImageCreationDto> {
  return Promise.reject(new Error('not made yet'))
}
