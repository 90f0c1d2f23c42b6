import { accountDeletionErrorsZh } from './account-deletion/words.zh.ts'
import { accountsErrorsZh } from './accounts/words.zh.ts'
import { requestsErrorsZh } from './requests/words.zh.ts'
import { compose } from './compose.ts'

/** Words that a browser has from its first bytes: of what can be met before and while signing in, and on the way of any request. */
export const earlyErrorsZh = compose([requestsErrorsZh, accountsErrorsZh, accountDeletionErrorsZh] as const)

export type EarlyCode = keyof typeof earlyErrorsZh
