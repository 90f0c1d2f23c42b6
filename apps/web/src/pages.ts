import type { AppContext } from './app-route.ts'
import { deleteAccountRoute } from './features/account-deletion/routes.ts'
import {
  forgotPasswordRoute,
  loginRoute,
  registerRoute,
  resetPasswordRoute,
  settingsRoute,
  verifyEmailRoute,
} from './features/accounts/routes.ts'
import { couponsMenu } from './features/coupons/menu.ts'
import { couponsRoute } from './features/coupons/routes.ts'
import { campaignsMenu } from './features/campaigns/menu.ts'
import { campaignRoute, campaignsRoute } from './features/campaigns/routes.ts'
import { creationsMenu } from './features/creations/menu.ts'
import { creationRoute, creationsRoute, trashRoute } from './features/creations/routes.ts'
import { creditsMenu } from './features/credits/menu.ts'
import { creditsRoute } from './features/credits/routes.ts'
import { filesRoute } from './features/files/routes.ts'
import { imagesMenu } from './features/images/menu.ts'
import { openImage } from './features/images/open-image.tsx'
import { imageRoute, imagesRoute } from './features/images/routes.ts'
import { homeMenu } from './features/home/menu.ts'
import { homeRoute } from './features/home/routes.ts'
import { messagesMenu } from './features/notifications/menu.ts'
import { messagesRoute } from './features/notifications/routes.ts'
import { membershipMenu, ordersMenu } from './features/orders/menu.ts'
import { membershipRoute, orderRoute, ordersRoute, rechargeRoute } from './features/orders/routes.ts'
import { publicationsMenu } from './features/publications/menu.ts'
import {
  composeRoute,
  handedOverRoute,
  platformAccountsRoute,
  platformConnectedRoute,
  publicationRoute,
  publicationsRoute,
  publishCalendarRoute,
} from './features/publications/routes.ts'
import { referralMenu } from './features/referral/menu.ts'
import { referralRoute } from './features/referral/routes.ts'
import { supportMenu } from './features/support/menu.ts'
import { conversationRoute, newConversationRoute, supportRoute } from './features/support/routes.ts'
import { webhooksRoute } from './features/webhooks/routes.ts'
import { withdrawalsMenu } from './features/withdrawals/menu.ts'
import { withdrawalsRoute } from './features/withdrawals/routes.ts'
import { writingMenu } from './features/writing/menu.ts'
import { openText } from './features/writing/open-text.tsx'
import { studioRoute, toolsRoute } from './features/writing/routes.ts'

export const publicPages = [
  loginRoute,
  registerRoute,
  verifyEmailRoute,
  forgotPasswordRoute,
  resetPasswordRoute,
  handedOverRoute,
] as const

/** The pages behind the login. */
export const pages = [
  homeRoute,
  toolsRoute,
  studioRoute,
  imagesRoute,
  imageRoute,
  creationsRoute,
  trashRoute,
  creationRoute,
  publicationsRoute,
  composeRoute,
  publishCalendarRoute,
  platformAccountsRoute,
  platformConnectedRoute,
  publicationRoute,
  campaignsRoute,
  campaignRoute,
  creditsRoute,
  rechargeRoute,
  membershipRoute,
  ordersRoute,
  orderRoute,
  couponsRoute,
  withdrawalsRoute,
  referralRoute,
  messagesRoute,
  supportRoute,
  newConversationRoute,
  conversationRoute,
  settingsRoute,
  filesRoute,
  webhooksRoute,
  deleteAccountRoute,
] as const

/** In the order of the menu. */
export const context: AppContext = {
  menu: [
    homeMenu,
    writingMenu,
    imagesMenu,
    creationsMenu,
    publicationsMenu,
    creditsMenu,
    membershipMenu,
    couponsMenu,
    ordersMenu,
    withdrawalsMenu,
    referralMenu,
    campaignsMenu,
    messagesMenu,
    supportMenu,
  ],
  works: { writing: openText, image: openImage },
}
