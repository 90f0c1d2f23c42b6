import { accountDeletionErrors } from './account-deletion/errors.ts'
import { accountDeletionIds } from './account-deletion/ids.ts'
import { accountDeletionPermissions } from './account-deletion/permissions.ts'
import { accountDeletionErrorsZh } from './account-deletion/words.zh.ts'
import { accountsErrors } from './accounts/errors.ts'
import { accountsIds } from './accounts/ids.ts'
import { accountsPermissions } from './accounts/permissions.ts'
import { accountsScopes } from './accounts/scopes.ts'
import { accountsErrorsZh } from './accounts/words.zh.ts'
import { apiKeysErrors } from './api-keys/errors.ts'
import { apiKeysIds } from './api-keys/ids.ts'
import { apiKeysErrorsZh } from './api-keys/words.zh.ts'
import { auditIds } from './audit/ids.ts'
import { auditPermissions } from './audit/permissions.ts'
import { couponsErrors } from './coupons/errors.ts'
import { couponsIds } from './coupons/ids.ts'
import { couponsPermissions } from './coupons/permissions.ts'
import { couponsErrorsZh } from './coupons/words.zh.ts'
import { campaignsErrors } from './campaigns/errors.ts'
import { campaignsIds } from './campaigns/ids.ts'
import { campaignsPermissions } from './campaigns/permissions.ts'
import { campaignsScopes } from './campaigns/scopes.ts'
import { campaignsErrorsZh } from './campaigns/words.zh.ts'
import { creationsErrors } from './creations/errors.ts'
import { creationsIds } from './creations/ids.ts'
import { creationsPermissions } from './creations/permissions.ts'
import { creationsScopes } from './creations/scopes.ts'
import { creationsErrorsZh } from './creations/words.zh.ts'
import { creditsErrors } from './credits/errors.ts'
import { creditsIds } from './credits/ids.ts'
import { creditsPermissions } from './credits/permissions.ts'
import { creditsScopes } from './credits/scopes.ts'
import { creditsErrorsZh } from './credits/words.zh.ts'
import { editingErrors } from './editing/errors.ts'
import { editingErrorsZh } from './editing/words.zh.ts'
import { featuresErrors } from './features/errors.ts'
import { featuresPermissions } from './features/permissions.ts'
import { featuresErrorsZh } from './features/words.zh.ts'
import { filesErrors } from './files/errors.ts'
import { filesIds } from './files/ids.ts'
import { filesPermissions } from './files/permissions.ts'
import { filesScopes } from './files/scopes.ts'
import { filesErrorsZh } from './files/words.zh.ts'
import { generationsErrors } from './generations/errors.ts'
import { generationsIds } from './generations/ids.ts'
import { generationsPermissions } from './generations/permissions.ts'
import { generationsErrorsZh } from './generations/words.zh.ts'
import { modelsErrors } from './models/errors.ts'
import { modelsIds } from './models/ids.ts'
import { modelsPermissions } from './models/permissions.ts'
import { modelsScopes } from './models/scopes.ts'
import { modelsErrorsZh } from './models/words.zh.ts'
import { notificationsIds } from './notifications/ids.ts'
import { notificationsScopes } from './notifications/scopes.ts'
import { ordersErrors } from './orders/errors.ts'
import { ordersIds } from './orders/ids.ts'
import { ordersPermissions } from './orders/permissions.ts'
import { ordersErrorsZh } from './orders/words.zh.ts'
import { paymentsErrors } from './payments/errors.ts'
import { paymentsPermissions } from './payments/permissions.ts'
import { paymentsErrorsZh } from './payments/words.zh.ts'
import { platformRulesErrors } from './platform-rules/errors.ts'
import { platformRulesPermissions } from './platform-rules/permissions.ts'
import { platformRulesErrorsZh } from './platform-rules/words.zh.ts'
import { platformSuggestionsErrors } from './platform-suggestions/errors.ts'
import { platformSuggestionsErrorsZh } from './platform-suggestions/words.zh.ts'
import { promptsErrors } from './prompts/errors.ts'
import { promptsIds } from './prompts/ids.ts'
import { promptsPermissions } from './prompts/permissions.ts'
import { promptsErrorsZh } from './prompts/words.zh.ts'
import { publicationsErrors } from './publications/errors.ts'
import { publicationsIds } from './publications/ids.ts'
import { publicationsPermissions } from './publications/permissions.ts'
import { publicationsScopes } from './publications/scopes.ts'
import { publicationsErrorsZh } from './publications/words.zh.ts'
import { reconciliationErrors } from './reconciliation/errors.ts'
import { reconciliationIds } from './reconciliation/ids.ts'
import { reconciliationPermissions } from './reconciliation/permissions.ts'
import { reconciliationErrorsZh } from './reconciliation/words.zh.ts'
import { referralsErrors } from './referrals/errors.ts'
import { referralsIds } from './referrals/ids.ts'
import { referralsPermissions } from './referrals/permissions.ts'
import { referralsScopes } from './referrals/scopes.ts'
import { referralsErrorsZh } from './referrals/words.zh.ts'
import { refundsErrors } from './refunds/errors.ts'
import { refundsPermissions } from './refunds/permissions.ts'
import { refundsErrorsZh } from './refunds/words.zh.ts'
import { renewalsErrors } from './renewals/errors.ts'
import { renewalsIds } from './renewals/ids.ts'
import { renewalsPermissions } from './renewals/permissions.ts'
import { renewalsErrorsZh } from './renewals/words.zh.ts'
import { requestsErrors } from './requests/errors.ts'
import { requestsErrorsZh } from './requests/words.zh.ts'
import { savedFiltersErrors } from './saved-filters/errors.ts'
import { savedFiltersIds } from './saved-filters/ids.ts'
import { savedFiltersPermissions } from './saved-filters/permissions.ts'
import { savedFiltersErrorsZh } from './saved-filters/words.zh.ts'
import { supportErrors } from './support/errors.ts'
import { supportIds } from './support/ids.ts'
import { supportPermissions } from './support/permissions.ts'
import { supportErrorsZh } from './support/words.zh.ts'
import { webhooksErrors } from './webhooks/errors.ts'
import { webhooksIds } from './webhooks/ids.ts'
import { webhooksErrorsZh } from './webhooks/words.zh.ts'
import { withdrawalsErrors } from './withdrawals/errors.ts'
import { withdrawalsIds } from './withdrawals/ids.ts'
import { withdrawalsPermissions } from './withdrawals/permissions.ts'
import { withdrawalsErrorsZh } from './withdrawals/words.zh.ts'
import { writingErrors } from './writing/errors.ts'
import { writingScopes } from './writing/scopes.ts'
import { writingErrorsZh } from './writing/words.zh.ts'

/**
 * What each module brings to the tables that all share. English words are fetched when asked for, so that they alone join elsewhere, in
 * `errors.en.ts`. Free of zod.
 */
export const errorParts = [
  requestsErrors,
  accountsErrors,
  apiKeysErrors,
  creditsErrors,
  writingErrors,
  modelsErrors,
  promptsErrors,
  creationsErrors,
  editingErrors,
  generationsErrors,
  ordersErrors,
  paymentsErrors,
  reconciliationErrors,
  refundsErrors,
  supportErrors,
  featuresErrors,
  renewalsErrors,
  savedFiltersErrors,
  accountDeletionErrors,
  couponsErrors,
  withdrawalsErrors,
  referralsErrors,
  campaignsErrors,
  filesErrors,
  publicationsErrors,
  webhooksErrors,
  platformRulesErrors,
  platformSuggestionsErrors,
] as const

export const errorWordsZh = [
  requestsErrorsZh,
  accountsErrorsZh,
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
  accountDeletionErrorsZh,
  couponsErrorsZh,
  withdrawalsErrorsZh,
  referralsErrorsZh,
  campaignsErrorsZh,
  filesErrorsZh,
  publicationsErrorsZh,
  webhooksErrorsZh,
  platformRulesErrorsZh,
  platformSuggestionsErrorsZh,
] as const

/** Who holds a permission, beside the administrators, who hold them all. */
export const permissionParts = [
  accountsPermissions,
  creditsPermissions,
  modelsPermissions,
  promptsPermissions,
  creationsPermissions,
  generationsPermissions,
  ordersPermissions,
  paymentsPermissions,
  reconciliationPermissions,
  auditPermissions,
  refundsPermissions,
  renewalsPermissions,
  supportPermissions,
  featuresPermissions,
  savedFiltersPermissions,
  accountDeletionPermissions,
  couponsPermissions,
  withdrawalsPermissions,
  referralsPermissions,
  campaignsPermissions,
  filesPermissions,
  publicationsPermissions,
  platformRulesPermissions,
] as const

/** Prefixes that ids wear at the edge. */
export const idParts = [
  accountsIds,
  creationsIds,
  generationsIds,
  modelsIds,
  creditsIds,
  auditIds,
  promptsIds,
  apiKeysIds,
  ordersIds,
  reconciliationIds,
  notificationsIds,
  supportIds,
  renewalsIds,
  savedFiltersIds,
  accountDeletionIds,
  couponsIds,
  withdrawalsIds,
  referralsIds,
  campaignsIds,
  filesIds,
  publicationsIds,
  webhooksIds,
] as const

/** What a key for scripts may be allowed to do, in the words in which its person is asked. */
export const scopeParts = [
  writingScopes,
  creationsScopes,
  creditsScopes,
  modelsScopes,
  accountsScopes,
  notificationsScopes,
  referralsScopes,
  campaignsScopes,
  filesScopes,
  publicationsScopes,
] as const
