import type { ImageToolsDto } from '@mozhou/contracts/images/answers'
import type { DomainContext } from '../context.ts'

export function describeImageTools(_ctx: DomainContext): Promise<ImageToolsDto> {
  return Promise.reject(new Error('not made yet'))
}
