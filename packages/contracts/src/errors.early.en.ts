import { accountDeletionErrorsEn } from './account-deletion/words.en.ts'
import { accountsErrorsEn } from './accounts/words.en.ts'
import { requestsErrorsEn } from './requests/words.en.ts'
import { compose } from './compose.ts'
import type { EarlyCode } from './errors.early.zh.ts'

export const earlyErrorsEn = compose([
  requestsErrorsEn,
  accountsErrorsEn,
  accountDeletionErrorsEn,
] as const) satisfies Record<EarlyCode, string>
