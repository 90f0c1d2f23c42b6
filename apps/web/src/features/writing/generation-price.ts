import type { generationPriceCredits } from '@mozhou/contracts/creations'

/** Shown until the API has said the price; a value import would bring zod into the first bytes. */
export const generationPriceDefault: typeof generationPriceCredits = 10
