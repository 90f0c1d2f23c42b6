import { lazyPage } from '@mozhou/ui/app/lazy-page'
import { createRoute } from '@tanstack/solid-router'
import { appRoute } from '../../app-route.ts'
import { parseCampaignFilters } from './campaign-filters.ts'

export const campaignsRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/campaigns',
  validateSearch: parseCampaignFilters,
  component: lazyPage(() => import('./campaigns.page.tsx'), 'CampaignsPage'),
})

export const newCampaignRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/campaigns/new',
  component: lazyPage(() => import('./new-campaign.page.tsx'), 'NewCampaignPage'),
})

export const campaignRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/campaigns/$campaignId',
  // The form of one campaign is not another's.
  remountDeps: ({ params }) => params.campaignId,
  component: lazyPage(() => import('./campaign.page.tsx'), 'CampaignPage'),
})
