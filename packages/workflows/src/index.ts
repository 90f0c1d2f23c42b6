// The only bundle entry: whatever is reachable from here runs in the workflow sandbox.
export { generateCreation } from './generate-creation.ts'
export { orderLifecycle, refundMoney } from './order-lifecycle.ts'
export { auditLedger, cleanUpCreations, cleanUpTokens, sweepOrders, sweepStuckGenerations } from './housekeeping.ts'
export { reconcileBill, reconcileBills } from './reconcile-bills.ts'
export { verifyEmail } from './verify-email.ts'
