/**
 * Credits one generation costs a non-member (the brief, credits, section 1.2). Free of zod, so that a page may show it before the API has
 * said the price.
 */
export const generationPriceCredits = 10
