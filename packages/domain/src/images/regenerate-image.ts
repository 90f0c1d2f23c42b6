import type { RegenerateImageInput } from '@mozhou/contracts/images/inputs'
import type { GenerationsContext } from '../generations/fulfilment.ts'
import type { RequestedGeneration } from '../generations/request-generation.ts'

export function regenerateImage(
  _ctx: GenerationsContext,
  _input: RegenerateImageInput & { userId: string },
): Promise<RequestedGeneration> {
  return Promise.reject(new Error('not made yet'))
}
