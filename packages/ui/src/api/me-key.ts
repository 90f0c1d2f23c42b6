/** Under which both apps keep the account that is signed in. */
export const meKey = ['accounts', 'me'] as const
