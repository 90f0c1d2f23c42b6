/** `closing`: waits for its deletion; `deleted`: a row without a name, which money refers to. */
export const userStatuses = ['active', 'suspended', 'closing', 'deleted'] as const
export type UserStatus = (typeof userStatuses)[number]

/**
 * What became of a new account's gift; `awaiting_email`: it comes with the verified address; `network_limit`: too many came from its network that
 * day; `given_before`: a deleted account of the same address had it.
 */
export const signupGiftStatuses = ['given', 'awaiting_email', 'network_limit', 'given_before', 'none'] as const

/** Which app a session belongs to; it is the audience of its access tokens. `api` is anyone with a Bearer token. */
export const sessionApps = ['web', 'admin', 'api'] as const
export type SessionApp = (typeof sessionApps)[number]
