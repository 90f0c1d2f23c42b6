import { accountDeletionErrors } from './account-deletion/errors.ts'
import { accountDeletionIds } from './account-deletion/ids.ts'
import { accountDeletionPermissions } from './account-deletion/permissions.ts'
import { accountsErrors } from './accounts/errors.ts'
import { accountsIds } from './accounts/ids.ts'
import { accountsPermissions } from './accounts/permissions.ts'
import { accountsScopes } from './accounts/scopes.ts'
import { apiKeysErrors } from './api-keys/errors.ts'
import { apiKeysIds } from './api-keys/ids.ts'
import { auditIds } from './audit/ids.ts'
import { auditPermissions } from './audit/permissions.ts'
import { couponsErrors } from './coupons/errors.ts'
import { couponsIds } from './coupons/ids.ts'
import { couponsPermissions } from './coupons/permissions.ts'
import { campaignsErrors } from './campaigns/errors.ts'
import { campaignsIds } from './campaigns/ids.ts'
import { campaignsPermissions } from './campaigns/permissions.ts'
import { campaignsScopes } from './campaigns/scopes.ts'
import { creationsErrors } from './creations/errors.ts'
import { creationsIds } from './creations/ids.ts'
import { creationsPermissions } from './creations/permissions.ts'
import { creationsScopes } from './creations/scopes.ts'
import { creditsErrors } from './credits/errors.ts'
import { creditsIds } from './credits/ids.ts'
import { creditsPermissions } from './credits/permissions.ts'
import { creditsScopes } from './credits/scopes.ts'
import { editingErrors } from './editing/errors.ts'
import { featuresErrors } from './features/errors.ts'
import { featuresPermissions } from './features/permissions.ts'
import { filesErrors } from './files/errors.ts'
import { filesIds } from './files/ids.ts'
import { filesPermissions } from './files/permissions.ts'
import { filesScopes } from './files/scopes.ts'
import { generationsErrors } from './generations/errors.ts'
import { generationsIds } from './generations/ids.ts'
import { generationsPermissions } from './generations/permissions.ts'
import { imagesErrors } from './images/errors.ts'
import { imagesIds } from './images/ids.ts'
import { imagesPermissions } from './images/permissions.ts'
import { imagesScopes } from './images/scopes.ts'
import { modelsErrors } from './models/errors.ts'
import { modelsIds } from './models/ids.ts'
import { modelsPermissions } from './models/permissions.ts'
import { modelsScopes } from './models/scopes.ts'
import { notificationsIds } from './notifications/ids.ts'
import { notificationsScopes } from './notifications/scopes.ts'
import { ordersErrors } from './orders/errors.ts'
import { ordersIds } from './orders/ids.ts'
import { ordersPermissions } from './orders/permissions.ts'
import { paymentsErrors } from './payments/errors.ts'
import { paymentsPermissions } from './payments/permissions.ts'
import { platformRulesErrors } from './platform-rules/errors.ts'
import { platformRulesPermissions } from './platform-rules/permissions.ts'
import { platformSuggestionsErrors } from './platform-suggestions/errors.ts'
import { promptsErrors } from './prompts/errors.ts'
import { promptsIds } from './prompts/ids.ts'
import { promptsPermissions } from './prompts/permissions.ts'
import { publicationsErrors } from './publications/errors.ts'
import { publicationsIds } from './publications/ids.ts'
import { publicationsPermissions } from './publications/permissions.ts'
import { publicationsScopes } from './publications/scopes.ts'
import { reconciliationErrors } from './reconciliation/errors.ts'
import { reconciliationIds } from './reconciliation/ids.ts'
import { reconciliationPermissions } from './reconciliation/permissions.ts'
import { referralsErrors } from './referrals/errors.ts'
import { referralsIds } from './referrals/ids.ts'
import { referralsPermissions } from './referrals/permissions.ts'
import { referralsScopes } from './referrals/scopes.ts'
import { refundsErrors } from './refunds/errors.ts'
import { refundsPermissions } from './refunds/permissions.ts'
import { renewalsErrors } from './renewals/errors.ts'
import { renewalsIds } from './renewals/ids.ts'
import { renewalsPermissions } from './renewals/permissions.ts'
import { requestsErrors } from './requests/errors.ts'
import { savedFiltersErrors } from './saved-filters/errors.ts'
import { savedFiltersIds } from './saved-filters/ids.ts'
import { savedFiltersPermissions } from './saved-filters/permissions.ts'
import { supportErrors } from './support/errors.ts'
import { supportIds } from './support/ids.ts'
import { supportPermissions } from './support/permissions.ts'
import { webhooksErrors } from './webhooks/errors.ts'
import { webhooksIds } from './webhooks/ids.ts'
import { withdrawalsErrors } from './withdrawals/errors.ts'
import { withdrawalsIds } from './withdrawals/ids.ts'
import { withdrawalsPermissions } from './withdrawals/permissions.ts'
import { writingErrors } from './writing/errors.ts'
import { writingScopes } from './writing/scopes.ts'

/**
 * What each module brings to the tables that all share. Words join elsewhere, in `errors.late.{zh,en}.ts`: a browser fetches them in its
 * own language, and after its first paint. Free of zod.
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
  platformRulesErrors,
  platformSuggestionsErrors,
  imagesErrors,
  publicationsErrors,
  webhooksErrors,
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
  platformRulesPermissions,
  imagesPermissions,
  publicationsPermissions,
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
  imagesIds,
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
  imagesScopes,
  publicationsScopes,
] as const
