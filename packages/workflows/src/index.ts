// The only bundle entry: whatever is reachable from here runs in the workflow sandbox.
export { generateCreation } from './generate-creation.ts'
export { verifyEmail } from './verify-email.ts'
export { auditLedger, cleanUpCreations, cleanUpTokens, sweepStuckGenerations } from './housekeeping.ts'
