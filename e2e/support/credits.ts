/** Credits a person starts with, and what one generation costs. */
export const giftCredits = 50
export const priceCredits = 10
