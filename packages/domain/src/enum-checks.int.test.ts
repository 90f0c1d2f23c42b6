import {
  couponIssueEndReasons,
  couponIssueStatuses,
  couponKinds,
  couponSkipReasons,
  couponSources,
  couponStatuses,
  userCouponStatuses,
} from '@mozhou/contracts/coupons/kinds'
import {
  budgetUnits,
  campaignEndReasons,
  campaignKinds,
  campaignStatuses,
  participationStatuses,
  rewardParts,
} from '@mozhou/contracts/campaigns/kinds'
import { exportFormats, creationKinds, creationStatuses, versionKinds } from '@mozhou/contracts/creations/kinds'
import { deletionStatuses } from '@mozhou/contracts/account-deletion/kinds'
import { locales } from '@mozhou/contracts/accounts/locales'
import { consentWays, termsDocuments } from '@mozhou/contracts/accounts/terms'
import { sessionApps, signupGiftStatuses, userStatuses } from '@mozhou/contracts/accounts/kinds'
import {
  coverages,
  generationKinds,
  generationYieldKinds,
  generationStatuses,
} from '@mozhou/contracts/generations/kinds'
import { entryKinds, ledgerUnits, platformAccounts } from '@mozhou/contracts/credits/kinds'
import { featureStates } from '@mozhou/contracts/features/kinds'
import { fileKinds, fileOrigins, filePurposes, thumbnailSizes } from '@mozhou/contracts/files/kinds'
import { attachmentRoles } from '@mozhou/contracts/images/kinds'
import { imageCallStates, imageQualities, pictureStates } from '@mozhou/contracts/models/image-kinds'
import { failureKinds } from '@mozhou/contracts/failures'
import { attemptOutcomes, authProfiles, capabilities, usagePurposes } from '@mozhou/contracts/models/kinds'
import { notificationKinds, notificationMailStatuses } from '@mozhou/contracts/notifications/kinds'
import { vendorKeys } from '@mozhou/contracts/models/vendor-keys'
import {
  abnormalReasons,
  abnormalResolutions,
  moneyRefundKinds,
  moneyRefundStatuses,
  noticeVerdicts,
  orderKinds,
  orderStatuses,
  paymentSources,
  paymentStatuses,
  payChannels,
  startWays,
} from '@mozhou/contracts/orders/kinds'
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
  flagMoments,
  flagSeverities,
  fraudRuleKeys,
  rebateBlocks,
  rebateDecisions,
  rebateEndReasons,
  rebateForms,
  rebateStatuses,
  ruleStatuses,
  ruleWindows,
} from '@mozhou/contracts/referrals/kinds'
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
import { webhookDeliveryStatuses, webhookEvents } from '@mozhou/contracts/webhooks/kinds'
import { deductionRefusals } from '@mozhou/integrations/payments/agreements'
import { renewalEndReasons, renewalOutcomes, renewalStatuses } from '@mozhou/contracts/renewals/kinds'
import { roles } from '@mozhou/contracts/roles'
import { savedTables } from '@mozhou/contracts/saved-filters/kinds'
import { conversationLinkKinds, conversationSides, conversationStatuses } from '@mozhou/contracts/support/kinds'
import { toolKeys } from '@mozhou/contracts/tools/registry'
import {
  bindingStatuses,
  taxPolicies,
  withdrawalEndReasons,
  withdrawalStatuses,
} from '@mozhou/contracts/withdrawals/kinds'
import type { ApiKeyRevokeReason } from './api-keys/revoke-api-keys.ts'
import type { TestDatabase } from '@mozhou/db/testing/test-database'
import { createTestDatabase } from '@mozhou/db/testing/test-database'
import { afterAll, beforeAll, expect, it } from 'vitest'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

/** A union without a list of its own: the compiler holds the keys complete. */
const keyReasons: Record<ApiKeyRevokeReason, true> = { revoked: true, password_changed: true }

const expected: Record<string, readonly string[]> = {
  users_role_check: roles,
  users_status_check: userStatuses,
  account_deletions_status_check: deletionStatuses,
  users_locale_check: locales,
  users_signup_gift_check: signupGiftStatuses,
  sessions_app_check: sessionApps,
  consents_document_check: termsDocuments,
  consents_way_check: consentWays,
  api_keys_revoked_reason_check: Object.keys(keyReasons),
  creations_kind_check: creationKinds,
  creations_status_check: creationStatuses,
  generations_kind_check: generationKinds,
  generations_yields_check: generationYieldKinds,
  generations_tier_check: ['member', 'free'],
  generations_status_check: generationStatuses,
  generations_covered_by_check: coverages,
  creation_exports_format_check: exportFormats,
  creation_versions_kind_check: versionKinds,
  credit_accounts_unit_check: ledgerUnits,
  credit_accounts_platform_key_check: platformAccounts,
  credit_entries_kind_check: entryKinds,
  membership_periods_source_check: ['order', 'gift', 'seed'],
  ai_models_vendor_check: vendorKeys,
  ai_models_capability_check: capabilities,
  ai_models_auth_profile_check: authProfiles,
  ai_models_credentials_source_check: ['seed', 'env', 'admin'],
  model_usages_vendor_check: vendorKeys,
  model_usages_outcome_check: attemptOutcomes,
  model_usages_purpose_check: usagePurposes,
  orders_kind_check: orderKinds,
  orders_status_check: orderStatuses,
  orders_abnormal_reason_check: abnormalReasons,
  payment_starts_channel_check: payChannels,
  payment_starts_way_check: startWays,
  renewals_channel_check: payChannels,
  renewals_status_check: renewalStatuses,
  renewals_end_reason_check: renewalEndReasons,
  renewal_charges_outcome_check: renewalOutcomes,
  renewal_charges_refusal_check: [...deductionRefusals, 'not_found'],
  payments_channel_check: payChannels,
  payments_status_check: paymentStatuses,
  payments_source_check: paymentSources,
  money_refunds_kind_check: moneyRefundKinds,
  money_refunds_status_check: moneyRefundStatuses,
  payment_notices_channel_check: payChannels,
  payment_channels_channel_check: payChannels,
  payment_notices_verdict_check: noticeVerdicts,
  order_resolutions_reason_check: abnormalReasons,
  order_resolutions_resolution_check: abnormalResolutions,
  channel_bills_channel_check: payChannels,
  channel_bills_kind_check: billKinds,
  channel_bills_status_check: billStatuses,
  bill_lines_kind_check: movementKinds,
  bill_findings_kind_check: findingKinds,
  bill_findings_movement_check: movementKinds,
  bill_findings_resolution_check: [...ownResolutions, ...findingResolutions],
  referral_rules_status_check: ruleStatuses,
  referral_rules_form_check: rebateForms,
  referral_rules_window_kind_check: ruleWindows,
  rebates_form_check: rebateForms,
  rebates_status_check: rebateStatuses,
  rebates_end_reason_check: rebateEndReasons,
  rebates_block_reason_check: rebateBlocks,
  rebate_flags_rule_check: fraudRuleKeys,
  rebate_flags_severity_check: flagSeverities,
  rebate_flags_moment_check: flagMoments,
  rebate_decisions_decision_check: rebateDecisions,
  notifications_kind_check: notificationKinds,
  notifications_mail_status_check: notificationMailStatuses,
  notification_wishes_kind_check: notificationKinds,
  support_conversations_status_check: conversationStatuses,
  support_conversations_link_kind_check: conversationLinkKinds,
  support_conversations_closed_by_check: conversationSides,
  feature_flags_state_check: featureStates,
  support_messages_side_check: conversationSides,
  prompt_versions_status_check: promptStatuses,
  prompt_versions_source_check: promptSources,
  model_usages_failure_kind_check: failureKinds,
  saved_filters_table_name_check: savedTables,
  coupons_kind_check: couponKinds,
  coupons_status_check: couponStatuses,
  user_coupons_status_check: userCouponStatuses,
  user_coupons_source_check: couponSources,
  coupon_issues_status_check: couponIssueStatuses,
  coupon_issues_end_reason_check: couponIssueEndReasons,
  coupon_issue_skips_reason_check: couponSkipReasons,
  payees_channel_check: payChannels,
  payee_bindings_channel_check: payChannels,
  payee_bindings_status_check: bindingStatuses,
  withdrawal_rules_tax_policy_check: taxPolicies,
  withdrawals_status_check: withdrawalStatuses,
  withdrawals_end_reason_check: withdrawalEndReasons,
  withdrawals_tax_policy_check: taxPolicies,
  withdrawal_transfers_channel_check: payChannels,
  withdrawal_transfers_status_check: withdrawalStatuses.slice(3),
  campaigns_kind_check: campaignKinds,
  campaigns_status_check: campaignStatuses,
  campaigns_end_reason_check: campaignEndReasons,
  campaign_budgets_unit_check: budgetUnits,
  campaign_participations_status_check: participationStatuses,
  campaign_rewards_part_check: rewardParts,
  attachments_role_check: attachmentRoles,
  image_calls_state_check: imageCallStates,
  image_pictures_state_check: pictureStates,
  image_prices_quality_check: imageQualities,
  files_kind_check: fileKinds,
  files_origin_check: fileOrigins,
  file_uploads_kind_check: fileKinds,
  file_assets_purpose_check: filePurposes,
  file_assets_size_check: thumbnailSizes,
  platform_rule_changes_platform_check: platformKeys,
  platform_accounts_platform_check: platformKeys,
  platform_accounts_way_check: connectWays,
  platform_accounts_state_check: accountStates,
  platform_connections_platform_check: platformKeys,
  publications_platform_check: platformKeys,
  publications_content_type_check: contentTypes,
  publications_route_check: publicationRoutes,
  publications_theme_check: themeKeys,
  publications_status_check: publicationStatuses,
  publications_reason_check: publicationReasons,
  publications_confirmation_check: confirmations,
  publication_evidence_kind_check: evidenceKinds,
  publication_evidence_by_check: evidenceVoices,
  publication_evidence_confirms_check: confirmations,
  publication_attempts_route_check: publicationRoutes,
  publication_attempts_status_check: attemptStatuses,
  publication_attempts_reason_check: publicationReasons,
  publication_history_from_status_check: publicationStatuses,
  publication_history_to_status_check: publicationStatuses,
  publication_history_reason_check: publicationReasons,
  publication_history_source_check: historySources,
  platform_notices_platform_check: platformKeys,
  platform_app_tokens_platform_check: platformKeys,
  webhook_deliveries_event_check: webhookEvents,
  webhook_deliveries_status_check: webhookDeliveryStatuses,
}

/** `ANY (ARRAY['a'::text, 'b'::text])`, or `= 'a'::text` where there is but one. */
const enumLike = /^CHECK \(\(\w+ = (?:ANY \(ARRAY\[(.+)\]\)|('[^']*'::text))\)\)$/

it('holds the value lists of the database equal to those of the contracts', async () => {
  const checks = await database.prisma.$queryRaw<{ name: string; definition: string }[]>`
    SELECT conname AS name, pg_get_constraintdef(oid) AS definition FROM pg_constraint
    WHERE contype = 'c' AND connamespace = 'public'::regnamespace`
  const found = checks.flatMap(({ name, definition }) => {
    const match = enumLike.exec(definition)
    const list = match?.[1] ?? match?.[2]
    return list === undefined
      ? []
      : [[name, [...list.matchAll(/'([^']*)'::text/g)].map(([, value = '']) => value)] as const]
  })
  const sets = (lists: Iterable<readonly [string, readonly string[]]>) =>
    Object.fromEntries([...lists].map(([name, values]) => [name, new Set(values)]))
  expect(sets(found)).toEqual(sets(Object.entries(expected)))
})

it('takes the key of every tool', async () => {
  const [result] = await database.prisma.$queryRaw<{ isFine: boolean }[]>`
    SELECT bool_and(key ~ '^[a-z][a-z0-9-]{0,59}$') AS "isFine" FROM unnest(${[...toolKeys]}::text[]) AS key`
  expect(result).toEqual({ isFine: true })
})
