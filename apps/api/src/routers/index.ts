import { createCallerFactory, router } from '../trpc.ts'
import { accountDeletionRouter } from './account-deletion.ts'
import { apiKeysRouter } from './api-keys.ts'
import { auditRouter } from './audit.ts'
import { authRouter } from './auth.ts'
import { couponsRouter } from './coupons.ts'
import { campaignsRouter } from './campaigns.ts'
import { creationsRouter } from './creations.ts'
import { creditsRouter } from './credits.ts'
import { filesRouter } from './files.ts'
import { generationsRouter } from './generations.ts'
import { membershipsRouter } from './memberships.ts'
import { featuresRouter } from './features.ts'
import { goalsRouter } from './goals.ts'
import { modelsRouter } from './models.ts'
import { notificationsRouter } from './notifications.ts'
import { ordersRouter } from './orders.ts'
import { overviewRouter } from './overview.ts'
import { paymentChannelsRouter } from './payment-channels.ts'
import { platformRulesRouter } from './platform-rules.ts'
import { platformSuggestionsRouter } from './platform-suggestions.ts'
import { promptsRouter } from './prompts.ts'
import { publicationsRouter } from './publications.ts'
import { reconciliationRouter } from './reconciliation.ts'
import { referralsRouter } from './referrals.ts'
import { refundsRouter } from './refunds.ts'
import { savedFiltersRouter } from './saved-filters.ts'
import { supportRouter } from './support.ts'
import { renewalsRouter } from './renewals.ts'
import { systemRouter } from './system.ts'
import { usageRouter } from './usage.ts'
import { usersRouter } from './users.ts'
import { webhooksRouter } from './webhooks.ts'
import { withdrawalsRouter } from './withdrawals.ts'
import { workflowsRouter } from './workflows.ts'
import { writingRouter } from './writing.ts'

/** Named, since the compiler does not write out what it infers of so many procedures. */
type Routers = {
  auth: typeof authRouter
  accountDeletion: typeof accountDeletionRouter
  apiKeys: typeof apiKeysRouter
  users: typeof usersRouter
  audit: typeof auditRouter
  campaigns: typeof campaignsRouter
  credits: typeof creditsRouter
  memberships: typeof membershipsRouter
  orders: typeof ordersRouter
  coupons: typeof couponsRouter
  overview: typeof overviewRouter
  paymentChannels: typeof paymentChannelsRouter
  reconciliation: typeof reconciliationRouter
  notifications: typeof notificationsRouter
  referrals: typeof referralsRouter
  refunds: typeof refundsRouter
  savedFilters: typeof savedFiltersRouter
  support: typeof supportRouter
  features: typeof featuresRouter
  goals: typeof goalsRouter
  renewals: typeof renewalsRouter
  withdrawals: typeof withdrawalsRouter
  models: typeof modelsRouter
  platformRules: typeof platformRulesRouter
  platformSuggestions: typeof platformSuggestionsRouter
  prompts: typeof promptsRouter
  usage: typeof usageRouter
  creations: typeof creationsRouter
  files: typeof filesRouter
  publications: typeof publicationsRouter
  webhooks: typeof webhooksRouter
  writing: typeof writingRouter
  generations: typeof generationsRouter
  workflows: typeof workflowsRouter
  system: typeof systemRouter
}

const routers: Routers = {
  auth: authRouter,
  accountDeletion: accountDeletionRouter,
  apiKeys: apiKeysRouter,
  users: usersRouter,
  audit: auditRouter,
  campaigns: campaignsRouter,
  credits: creditsRouter,
  memberships: membershipsRouter,
  orders: ordersRouter,
  coupons: couponsRouter,
  overview: overviewRouter,
  paymentChannels: paymentChannelsRouter,
  reconciliation: reconciliationRouter,
  notifications: notificationsRouter,
  referrals: referralsRouter,
  refunds: refundsRouter,
  savedFilters: savedFiltersRouter,
  support: supportRouter,
  features: featuresRouter,
  goals: goalsRouter,
  renewals: renewalsRouter,
  withdrawals: withdrawalsRouter,
  models: modelsRouter,
  platformRules: platformRulesRouter,
  platformSuggestions: platformSuggestionsRouter,
  prompts: promptsRouter,
  usage: usageRouter,
  creations: creationsRouter,
  files: filesRouter,
  publications: publicationsRouter,
  webhooks: webhooksRouter,
  writing: writingRouter,
  generations: generationsRouter,
  workflows: workflowsRouter,
  system: systemRouter,
}

export const appRouter = router(routers)

export type AppRouter = typeof appRouter

/** Calls procedures without HTTP; REST is built on it. */
export const createCaller = createCallerFactory(appRouter)
