/** The edition of the terms and of the privacy policy, by its day; one for both, named on their pages (`apps/web/welcome`). */
export const termsVersion = '2026-12-01'

export const termsDocuments = ['terms', 'privacy'] as const

/** How they were accepted: with the registration, or asked for when a newer edition came. */
export const consentWays = ['registration', 'asked'] as const
export type ConsentWay = (typeof consentWays)[number]
