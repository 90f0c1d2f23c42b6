import { deletionHindrances, deletionStatuses } from '@mozhou/contracts/account-deletion/kinds'
import { sessionApps, userStatuses } from '@mozhou/contracts/accounts/kinds'
import { locales } from '@mozhou/contracts/accounts/locales'
import type { Locale } from '@mozhou/contracts/accounts/locales'
import { apiKeyScopes } from '@mozhou/contracts/api-key-scopes'
import {
  couponIssueEndReasons,
  couponIssueStatuses,
  couponKinds,
  couponSkipReasons,
  couponSources,
  couponStatuses,
  userCouponStatuses,
} from '@mozhou/contracts/coupons/kinds'
import { creationKinds, creationStatuses, versionKinds } from '@mozhou/contracts/creations/kinds'
import { entryKinds, ledgerUnits } from '@mozhou/contracts/credits/kinds'
import {
  coverages,
  generationKinds,
  generationStatuses,
  generationYieldKinds,
} from '@mozhou/contracts/generations/kinds'
import { periodSources } from '@mozhou/contracts/memberships/kinds'
import { attemptOutcomes, authProfiles, capabilities, usagePurposes } from '@mozhou/contracts/models/kinds'
import { featureStates } from '@mozhou/contracts/features/kinds'
import { fileKinds, fileOrigins, pictureTypes } from '@mozhou/contracts/files/kinds'
import { imageToolKeys } from '@mozhou/contracts/image-tools/registry'
import { vendorKeys } from '@mozhou/contracts/models/vendor-keys'
import {
  abnormalReasons,
  abnormalResolutions,
  moneyRefundKinds,
  moneyRefundStatuses,
  noticeVerdicts,
  orderKinds,
  orderStatuses,
  payChannels,
  paymentSources,
  paymentStatuses,
  startWays,
} from '@mozhou/contracts/orders/kinds'
import { promptKeys } from '@mozhou/contracts/prompts/keys'
import { promptSources, promptStatuses } from '@mozhou/contracts/prompts/kinds'
import {
  billKinds,
  billStatuses,
  findingKinds,
  findingResolutions,
  movementKinds,
  ownResolutions,
} from '@mozhou/contracts/reconciliation/kinds'
import {
  accountStates,
  attemptStatuses,
  confirmations,
  connectWays,
  contentTypes,
  evidenceKinds,
  evidenceVoices,
  historySources,
  platformKeys,
  publicationReasons,
  publicationRoutes,
  publicationStatuses,
  themeKeys,
} from '@mozhou/contracts/publications/kinds'
import { renewalEndReasons, renewalOutcomes, renewalStatuses } from '@mozhou/contracts/renewals/kinds'
import { roles } from '@mozhou/contracts/roles'
import { conversationLinkKinds, conversationSides, conversationStatuses } from '@mozhou/contracts/support/kinds'
import { toolKeys } from '@mozhou/contracts/tools/registry'
import {
  bindingStatuses,
  taxPolicies,
  withdrawalEndReasons,
  withdrawalReviewReasons,
  withdrawalStatuses,
} from '@mozhou/contracts/withdrawals/kinds'
import { webhookDeliveryStatuses, webhookEvents } from '@mozhou/contracts/webhooks/kinds'
import { storedOneOf } from './stored.ts'

export const storedRole = storedOneOf('users.role', roles)
export const storedUserStatus = storedOneOf('users.status', userStatuses)
export const storedDeletionStatus = storedOneOf('account_deletions.status', deletionStatuses)
export const storedHindrance = storedOneOf('account_deletions.hindrances', deletionHindrances)
export const storedSessionApp = storedOneOf('sessions.app', sessionApps)
export const storedScope = storedOneOf('api_keys.scopes', apiKeyScopes)

const chosenLocale = storedOneOf('users.locale', locales)
/** Null: they chose none. */
export const storedLocale = (value: string | null): Locale | null => (value === null ? null : chosenLocale(value))

export const storedTool = storedOneOf('tool_key', toolKeys)
export const storedPromptKey = storedOneOf('prompt_versions.tool_key', promptKeys)
export const storedImageTool = storedOneOf('tool_key', imageToolKeys)
export const storedCreationKind = storedOneOf('creations.kind', creationKinds)
export const storedCreationStatus = storedOneOf('creations.status', creationStatuses)
export const storedVersionKind = storedOneOf('creation_versions.kind', versionKinds)

export const storedGenerationKind = storedOneOf('generations.kind', generationKinds)
export const storedGenerationStatus = storedOneOf('generations.status', generationStatuses)
export const storedYield = storedOneOf('generations.yields', generationYieldKinds)
export const storedCoverage = storedOneOf('generations.covered_by', coverages)

export const storedPeriodSource = storedOneOf('membership_periods.source', periodSources)

export const storedEntryKind = storedOneOf('credit_entries.kind', entryKinds)
export const storedUnit = storedOneOf('credit_accounts.unit', ledgerUnits)

export const storedVendor = storedOneOf('vendor', vendorKeys)
export const storedCapability = storedOneOf('ai_models.capability', capabilities)
export const storedAuthProfile = storedOneOf('ai_models.auth_profile', authProfiles)
export const storedOutcome = storedOneOf('model_usages.outcome', attemptOutcomes)
export const storedPurpose = storedOneOf('model_usages.purpose', usagePurposes)

export const storedPromptStatus = storedOneOf('prompt_versions.status', promptStatuses)
export const storedPromptSource = storedOneOf('prompt_versions.source', promptSources)

export const storedOrderKind = storedOneOf('orders.kind', orderKinds)
export const storedOrderStatus = storedOneOf('orders.status', orderStatuses)
export const storedAbnormalReason = storedOneOf('orders.abnormal_reason', abnormalReasons)
export const storedPayChannel = storedOneOf('channel', payChannels)
export const storedPayWay = storedOneOf('payment_starts.way', startWays)
export const storedMoneyRefundKind = storedOneOf('money_refunds.kind', moneyRefundKinds)
export const storedMoneyRefundStatus = storedOneOf('money_refunds.status', moneyRefundStatuses)
export const storedAbnormalResolution = storedOneOf('order_resolutions.resolution', abnormalResolutions)
export const storedPaymentStatus = storedOneOf('payments.status', paymentStatuses)
export const storedPaymentSource = storedOneOf('payments.source', paymentSources)
export const storedNoticeVerdict = storedOneOf('payment_notices.verdict', noticeVerdicts)

export const storedBindingStatus = storedOneOf('payee_bindings.status', bindingStatuses)
export const storedBillKind = storedOneOf('channel_bills.kind', billKinds)
export const storedBillStatus = storedOneOf('channel_bills.status', billStatuses)
export const storedMovement = storedOneOf('movement', movementKinds)
export const storedFindingKind = storedOneOf('bill_findings.kind', findingKinds)
export const storedFindingResolution = storedOneOf('bill_findings.resolution', [
  ...ownResolutions,
  ...findingResolutions,
])

export const storedConversationStatus = storedOneOf('support_conversations.status', conversationStatuses)
export const storedConversationLink = storedOneOf('support_conversations.link_kind', conversationLinkKinds)
export const storedConversationSide = storedOneOf('side', conversationSides)
export const storedFeatureState = storedOneOf('feature_flags.state', featureStates)
export const storedRenewalStatus = storedOneOf('renewals.status', renewalStatuses)
export const storedRenewalEndReason = storedOneOf('renewals.end_reason', renewalEndReasons)
export const storedRenewalOutcome = storedOneOf('renewal_charges.outcome', renewalOutcomes)

export const storedCouponKind = storedOneOf('coupons.kind', couponKinds)
export const storedCouponStatus = storedOneOf('coupons.status', couponStatuses)
export const storedUserCouponStatus = storedOneOf('user_coupons.status', userCouponStatuses)
export const storedCouponSource = storedOneOf('user_coupons.source', couponSources)
export const storedIssueStatus = storedOneOf('coupon_issues.status', couponIssueStatuses)
export const storedIssueEndReason = storedOneOf('coupon_issues.end_reason', couponIssueEndReasons)
export const storedSkipReason = storedOneOf('coupon_issue_skips.reason', couponSkipReasons)
export const storedWithdrawalStatus = storedOneOf('withdrawals.status', withdrawalStatuses)
export const storedWithdrawalEnd = storedOneOf('withdrawals.end_reason', withdrawalEndReasons)
export const storedReviewReason = storedOneOf('withdrawals.review_reasons', withdrawalReviewReasons)
export const storedTaxPolicy = storedOneOf('tax_policy', taxPolicies)

export const storedFileKind = storedOneOf('files.kind', fileKinds)
export const storedUploadKind = storedOneOf('file_uploads.kind', fileKinds)
export const storedFileOrigin = storedOneOf('files.origin', fileOrigins)
export const storedPictureType = storedOneOf('file_assets.media_type', pictureTypes)

export const storedPlatform = storedOneOf('platform', platformKeys)
export const storedConnectWay = storedOneOf('platform_accounts.way', connectWays)
export const storedAccountState = storedOneOf('platform_accounts.state', accountStates)
export const storedContentType = storedOneOf('publications.content_type', contentTypes)
export const storedRoute = storedOneOf('publications.route', publicationRoutes)
export const storedTheme = storedOneOf('publications.theme', themeKeys)
export const storedPublicationStatus = storedOneOf('publications.status', publicationStatuses)
export const storedPublicationReason = storedOneOf('publications.reason', publicationReasons)
export const storedConfirmation = storedOneOf('publications.confirmation', confirmations)
export const storedEvidenceKind = storedOneOf('publication_evidence.kind', evidenceKinds)
export const storedEvidenceVoice = storedOneOf('publication_evidence.by', evidenceVoices)
export const storedPublicationAttempt = storedOneOf('publication_attempts.status', attemptStatuses)
export const storedHistorySource = storedOneOf('publication_history.source', historySources)
export const storedWebhookEvent = storedOneOf('webhook_deliveries.event', webhookEvents)
export const storedDeliveryStatus = storedOneOf('webhook_deliveries.status', webhookDeliveryStatuses)
