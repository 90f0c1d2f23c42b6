import { lazyPage } from '@mozhou/ui/app/lazy-page'
import { parseNext } from '@mozhou/ui/app/sign-in-route'
import { createRoute } from '@tanstack/solid-router'
import { parseInvited } from './invited-by.ts'
import { appRoute, rootRoute } from '../../app-route.ts'

export const loginRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/login',
  validateSearch: parseNext,
  component: lazyPage(() => import('./login.page.tsx'), 'LoginPage'),
})

export const registerRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/register',
  validateSearch: parseInvited,
  component: lazyPage(() => import('./register.page.tsx'), 'RegisterPage'),
})

export const verifyEmailRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/verify-email',
  component: lazyPage(() => import('./verify-email.page.tsx'), 'VerifyEmailPage'),
})

export const forgotPasswordRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/forgot-password',
  component: lazyPage(() => import('./forgot-password.page.tsx'), 'ForgotPasswordPage'),
})

export const resetPasswordRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/reset-password',
  component: lazyPage(() => import('./reset-password.page.tsx'), 'ResetPasswordPage'),
})

export const settingsRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/settings',
  component: lazyPage(() => import('./settings.page.tsx'), 'SettingsPage'),
})
