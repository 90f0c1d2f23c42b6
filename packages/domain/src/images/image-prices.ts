import type { ImagePriceDto } from '@mozhou/contracts/images/answers'
import type { ImagePricesInput } from '@mozhou/contracts/images/inputs'
import type { Actor } from '../audit/actor.ts'
import type { DomainContext } from '../context.ts'

export function listImagePrices(_ctx: DomainContext): Promise<ImagePriceDto[]> {
  return Promise.reject(new Error('not made yet'))
}

export function setImagePrices(
  _ctx: DomainContext,
  _input: ImagePricesInput & { actor: Actor },
): Promise<ImagePriceDto[]> {
  return Promise.reject(new Error('not made yet'))
}
