import { apiKeysErrorsEn } from './api-keys/words.en.ts'
import { campaignsErrorsEn } from './campaigns/words.en.ts'
import { couponsErrorsEn } from './coupons/words.en.ts'
import { creationsErrorsEn } from './creations/words.en.ts'
import { creditsErrorsEn } from './credits/words.en.ts'
import { editingErrorsEn } from './editing/words.en.ts'
import { featuresErrorsEn } from './features/words.en.ts'
import { filesErrorsEn } from './files/words.en.ts'
import { generationsErrorsEn } from './generations/words.en.ts'
import { imagesErrorsEn } from './images/words.en.ts'
import { modelsErrorsEn } from './models/words.en.ts'
import { ordersErrorsEn } from './orders/words.en.ts'
import { paymentsErrorsEn } from './payments/words.en.ts'
import { platformRulesErrorsEn } from './platform-rules/words.en.ts'
import { platformSuggestionsErrorsEn } from './platform-suggestions/words.en.ts'
import { promptsErrorsEn } from './prompts/words.en.ts'
import { publicationsErrorsEn } from './publications/words.en.ts'
import { reconciliationErrorsEn } from './reconciliation/words.en.ts'
import { referralsErrorsEn } from './referrals/words.en.ts'
import { refundsErrorsEn } from './refunds/words.en.ts'
import { renewalsErrorsEn } from './renewals/words.en.ts'
import { savedFiltersErrorsEn } from './saved-filters/words.en.ts'
import { supportErrorsEn } from './support/words.en.ts'
import { webhooksErrorsEn } from './webhooks/words.en.ts'
import { withdrawalsErrorsEn } from './withdrawals/words.en.ts'
import { writingErrorsEn } from './writing/words.en.ts'
import { compose } from './compose.ts'
import type { LateCode } from './errors.late.zh.ts'

export const lateErrorsEn = compose([
  apiKeysErrorsEn,
  creditsErrorsEn,
  writingErrorsEn,
  modelsErrorsEn,
  promptsErrorsEn,
  creationsErrorsEn,
  editingErrorsEn,
  generationsErrorsEn,
  ordersErrorsEn,
  paymentsErrorsEn,
  reconciliationErrorsEn,
  refundsErrorsEn,
  supportErrorsEn,
  featuresErrorsEn,
  renewalsErrorsEn,
  savedFiltersErrorsEn,
  couponsErrorsEn,
  withdrawalsErrorsEn,
  referralsErrorsEn,
  campaignsErrorsEn,
  filesErrorsEn,
  platformRulesErrorsEn,
  platformSuggestionsErrorsEn,
  imagesErrorsEn,
  publicationsErrorsEn,
  webhooksErrorsEn,
] as const) satisfies Record<LateCode, string>
