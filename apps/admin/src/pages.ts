import type { AppContext } from './app-route.ts'
import { loginRoute } from './features/accounts/routes.ts'
import { auditMenu } from './features/audit/menu.ts'
import { auditRoute } from './features/audit/routes.ts'
import { campaignsMenu } from './features/campaigns/menu.ts'
import { campaignRoute, campaignsRoute, newCampaignRoute } from './features/campaigns/routes.ts'
import { moneyChecksMenu, refundsMenu } from './features/credits/menu.ts'
import { moneyChecksRoute, refundsRoute } from './features/credits/routes.ts'
import { couponsMenu } from './features/coupons/menu.ts'
import { couponsRoute } from './features/coupons/routes.ts'
import { featuresMenu } from './features/features/menu.ts'
import { featuresRoute } from './features/features/routes.ts'
import { generationRoute } from './features/generations/routes.ts'
import { imagePricesMenu } from './features/image-prices/menu.ts'
import { imagePricesRoute } from './features/image-prices/routes.ts'
import { modelsMenu } from './features/models/menu.ts'
import { modelsRoute } from './features/models/routes.ts'
import { ordersMenu, plansMenu } from './features/orders/menu.ts'
import { ordersRoute, plansRoute } from './features/orders/routes.ts'
import { moneyRefundsMenu } from './features/money-refunds/menu.ts'
import { moneyRefundsRoute } from './features/money-refunds/routes.ts'
import { overviewMenu } from './features/overview/menu.ts'
import { overviewRoute } from './features/overview/routes.ts'
import { paymentChannelsMenu } from './features/payment-channels/menu.ts'
import { paymentChannelsRoute } from './features/payment-channels/routes.ts'
import { platformRulesMenu } from './features/platform-rules/menu.ts'
import { platformRulesRoute, wordListRoute } from './features/platform-rules/routes.ts'
import { promptsMenu } from './features/prompts/menu.ts'
import { promptsRoute, toolPromptRoute } from './features/prompts/routes.ts'
import { platformHealthMenu, publicationsMenu } from './features/publications/menu.ts'
import { platformHealthRoute, publicationsRoute } from './features/publications/routes.ts'
import { reconciliationMenu } from './features/reconciliation/menu.ts'
import { reconciliationRoute } from './features/reconciliation/routes.ts'
import { renewalsMenu } from './features/renewals/menu.ts'
import { renewalsRoute } from './features/renewals/routes.ts'
import { rebatesMenu, referralRulesMenu, referralsMenu } from './features/referrals/menu.ts'
import { rebatesRoute, referralRulesRoute, referralsRoute } from './features/referrals/routes.ts'
import { storageMenu } from './features/storage/menu.ts'
import { storageRoute } from './features/storage/routes.ts'
import { supportMenu } from './features/support/menu.ts'
import { supportRoute } from './features/support/routes.ts'
import { usageMenu } from './features/usage/menu.ts'
import { usageRoute } from './features/usage/routes.ts'
import { usersMenu } from './features/users/menu.ts'
import { userRoute, usersRoute } from './features/users/routes.ts'
import { withdrawalsMenu } from './features/withdrawals/menu.ts'
import { withdrawalsRoute } from './features/withdrawals/routes.ts'
import { workflowsMenu } from './features/workflows/menu.ts'
import { workflowsRoute } from './features/workflows/routes.ts'

export const publicPages = [loginRoute] as const

/** The pages behind the login. */
export const pages = [
  overviewRoute,
  moneyChecksRoute,
  usersRoute,
  userRoute,
  supportRoute,
  ordersRoute,
  reconciliationRoute,
  plansRoute,
  renewalsRoute,
  couponsRoute,
  paymentChannelsRoute,
  campaignsRoute,
  newCampaignRoute,
  campaignRoute,
  featuresRoute,
  modelsRoute,
  imagePricesRoute,
  promptsRoute,
  toolPromptRoute,
  platformRulesRoute,
  wordListRoute,
  publicationsRoute,
  platformHealthRoute,
  usageRoute,
  storageRoute,
  moneyRefundsRoute,
  withdrawalsRoute,
  referralsRoute,
  rebatesRoute,
  referralRulesRoute,
  refundsRoute,
  generationRoute,
  workflowsRoute,
  auditRoute,
] as const

/** In the order of the menu. */
export const context: AppContext = {
  menu: [
    overviewMenu,
    moneyChecksMenu,
    usersMenu,
    supportMenu,
    ordersMenu,
    reconciliationMenu,
    plansMenu,
    renewalsMenu,
    couponsMenu,
    paymentChannelsMenu,
    campaignsMenu,
    featuresMenu,
    moneyRefundsMenu,
    withdrawalsMenu,
    referralsMenu,
    rebatesMenu,
    referralRulesMenu,
    modelsMenu,
    imagePricesMenu,
    promptsMenu,
    platformRulesMenu,
    publicationsMenu,
    platformHealthMenu,
    usageMenu,
    storageMenu,
    refundsMenu,
    workflowsMenu,
    auditMenu,
  ],
}
