import type { CreationKind } from '@mozhou/contracts/creations/kinds'
import type { Fulfilment } from './generations/fulfilment.ts'
import { imageFulfilment } from './images/fulfilment.ts'
import { writingFulfilment } from './writing/fulfilment.ts'

/** Every kind of creation, with what fulfils it. */
export const fulfilments = { writing: writingFulfilment, image: imageFulfilment } satisfies Record<
  CreationKind,
  Fulfilment
>
