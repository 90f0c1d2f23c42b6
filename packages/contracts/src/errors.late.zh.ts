import { apiKeysErrorsZh } from './api-keys/words.zh.ts'
import { campaignsErrorsZh } from './campaigns/words.zh.ts'
import { couponsErrorsZh } from './coupons/words.zh.ts'
import { creationsErrorsZh } from './creations/words.zh.ts'
import { creditsErrorsZh } from './credits/words.zh.ts'
import { editingErrorsZh } from './editing/words.zh.ts'
import { featuresErrorsZh } from './features/words.zh.ts'
import { filesErrorsZh } from './files/words.zh.ts'
import { generationsErrorsZh } from './generations/words.zh.ts'
import { imagesErrorsZh } from './images/words.zh.ts'
import { modelsErrorsZh } from './models/words.zh.ts'
import { ordersErrorsZh } from './orders/words.zh.ts'
import { paymentsErrorsZh } from './payments/words.zh.ts'
import { platformRulesErrorsZh } from './platform-rules/words.zh.ts'
import { platformSuggestionsErrorsZh } from './platform-suggestions/words.zh.ts'
import { promptsErrorsZh } from './prompts/words.zh.ts'
import { publicationsErrorsZh } from './publications/words.zh.ts'
import { reconciliationErrorsZh } from './reconciliation/words.zh.ts'
import { referralsErrorsZh } from './referrals/words.zh.ts'
import { refundsErrorsZh } from './refunds/words.zh.ts'
import { renewalsErrorsZh } from './renewals/words.zh.ts'
import { savedFiltersErrorsZh } from './saved-filters/words.zh.ts'
import { supportErrorsZh } from './support/words.zh.ts'
import { webhooksErrorsZh } from './webhooks/words.zh.ts'
import { withdrawalsErrorsZh } from './withdrawals/words.zh.ts'
import { writingErrorsZh } from './writing/words.zh.ts'
import { compose } from './compose.ts'
import type { EarlyCode } from './errors.early.zh.ts'
import type { ShownCode } from './errors.ts'

/** Words that a browser fetches after its first paint: the errors of every module that needs a session. */
export const lateErrorsZh = compose([
  apiKeysErrorsZh,
  creditsErrorsZh,
  writingErrorsZh,
  modelsErrorsZh,
  promptsErrorsZh,
  creationsErrorsZh,
  editingErrorsZh,
  generationsErrorsZh,
  ordersErrorsZh,
  paymentsErrorsZh,
  reconciliationErrorsZh,
  refundsErrorsZh,
  supportErrorsZh,
  featuresErrorsZh,
  renewalsErrorsZh,
  savedFiltersErrorsZh,
  couponsErrorsZh,
  withdrawalsErrorsZh,
  referralsErrorsZh,
  campaignsErrorsZh,
  filesErrorsZh,
  platformRulesErrorsZh,
  platformSuggestionsErrorsZh,
  imagesErrorsZh,
  publicationsErrorsZh,
  webhooksErrorsZh,
] as const) satisfies Record<LateCode, string>

export type LateCode = Exclude<ShownCode, EarlyCode>
