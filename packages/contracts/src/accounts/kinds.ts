export const userStatuses = ['active', 'suspended'] as const
export type UserStatus = (typeof userStatuses)[number]

/** What became of a new account's gift; `awaiting_email`: it comes with the verified address; `network_limit`: too many came from its network that day. */
export const signupGiftStatuses = ['given', 'awaiting_email', 'network_limit', 'none'] as const

/** Which app a session belongs to; it is the audience of its access tokens. `api` is anyone with a Bearer token. */
export const sessionApps = ['web', 'admin', 'api'] as const
export type SessionApp = (typeof sessionApps)[number]
