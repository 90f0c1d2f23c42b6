// The only bundle entry: whatever is reachable from here runs in the workflow sandbox.
export { generateCreation } from './generate-creation.ts'
export { orderLifecycle, refundMoney } from './order-lifecycle.ts'
export { reconcileBill, reconcileBills } from './reconcile-bills.ts'
export {
  auditLedger,
  cleanUpCreations,
  cleanUpTokens,
  expireGifts,
  remindMembers,
  sweepCampaigns,
  sweepOrders,
  sweepRenewals,
  sweepStuckGenerations,
} from './housekeeping.ts'
export { resetPassword } from './reset-password.ts'
export { tellByMail } from './tell-by-mail.ts'
export { verifyEmail } from './verify-email.ts'
