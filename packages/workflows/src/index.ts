// The only bundle entry: whatever is reachable from here runs in the workflow sandbox.
export { accountDeletion } from './account-deletion.ts'
export { generateCreation } from './generate-creation.ts'
export { issueCoupons } from './issue-coupons.ts'
export { orderLifecycle, refundMoney } from './order-lifecycle.ts'
export { reconcileBill, reconcileBills } from './reconcile-bills.ts'
export {
  auditLedger,
  cleanUpCreations,
  cleanUpTokens,
  deliverWebhooks,
  expireGifts,
  remindMembers,
  sweepCoupons,
  sweepCampaigns,
  sweepFiles,
  sweepOrders,
  sweepOrphanFiles,
  sweepPublications,
  payRebates,
  sweepRenewals,
  sweepStuckGenerations,
} from './housekeeping.ts'
export { publishCreation, publishToPlatform } from './publish-creation.ts'
export { resetPassword } from './reset-password.ts'
export { tellByMail } from './tell-by-mail.ts'
export { verifyEmail } from './verify-email.ts'
export { withdrawal } from './withdrawal.ts'
