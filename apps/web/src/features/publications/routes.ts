import { lazyPage } from '@mozhou/ui/app/lazy-page'
import { createRoute } from '@tanstack/solid-router'
import { appRoute, rootRoute } from '../../app-route.ts'
import { parseCalendarSearch, parseComposeSearch, parseConnectedSearch, parseListSearch } from './searches.ts'

export const publicationsRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/publish',
  validateSearch: parseListSearch,
  component: lazyPage(() => import('./publications.page.tsx'), 'PublicationsPage'),
})

export const composeRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/publish/new',
  validateSearch: parseComposeSearch,
  component: lazyPage(() => import('./compose/compose.page.tsx'), 'ComposePage'),
})

export const publishCalendarRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/publish/calendar',
  validateSearch: parseCalendarSearch,
  component: lazyPage(() => import('./calendar/calendar.page.tsx'), 'CalendarPage'),
})

export const platformAccountsRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/publish/accounts',
  component: lazyPage(() => import('./accounts/accounts.page.tsx'), 'AccountsPage'),
})

export const platformConnectedRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/publish/connected',
  validateSearch: parseConnectedSearch,
  component: lazyPage(() => import('./accounts/connected.page.tsx'), 'ConnectedPage'),
})

export const publicationRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/publish/$publicationId',
  component: lazyPage(() => import('./one/publication.page.tsx'), 'PublicationPage'),
})

/** Outside the login: a phone that scanned the code of a hand-over. */
export const handedOverRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/h/$code',
  component: lazyPage(() => import('./phone/handed-over.page.tsx'), 'HandedOverPage'),
})
