import { permissionsOf } from '@mozhou/contracts/permissions'
import { expect, it } from 'vitest'
import { pageAt, pagesFor } from './menu.ts'
import { context } from './pages.ts'
import { router } from './routes.tsx'

const { menu } = context
const pathsFor = (role: Parameters<typeof permissionsOf>[0]) =>
  pagesFor(menu, permissionsOf(role)).map((page) => page.to)

it('shows each role the pages it may enter, and creators none', () => {
  expect(pathsFor('admin')).toEqual([
    '/',
    '/money-checks',
    '/users',
    '/support',
    '/orders',
    '/reconciliation',
    '/plans',
    '/renewals',
    '/coupons',
    '/payment-channels',
    '/campaigns',
    '/features',
    '/money-refunds',
    '/withdrawals',
    '/referrals',
    '/rebates',
    '/referral-rules',
    '/models',
    '/image-prices',
    '/prompts',
    '/platform-rules',
    '/publications',
    '/platform-health',
    '/usage',
    '/storage',
    '/refunds',
    '/workflows',
    '/audit',
  ])
  expect(pathsFor('finance')).toEqual([
    '/',
    '/money-checks',
    '/users',
    '/support',
    '/orders',
    '/reconciliation',
    '/plans',
    '/renewals',
    '/coupons',
    '/payment-channels',
    '/campaigns',
    '/money-refunds',
    '/withdrawals',
    '/referrals',
    '/rebates',
    '/referral-rules',
    '/usage',
    '/refunds',
    '/workflows',
    '/audit',
  ])
  expect(pathsFor('operator')).toEqual([
    '/',
    '/users',
    '/support',
    '/plans',
    '/coupons',
    '/campaigns',
    '/features',
    '/referrals',
    '/rebates',
    '/referral-rules',
    '/models',
    '/image-prices',
    '/prompts',
    '/platform-rules',
    '/publications',
    '/platform-health',
    '/usage',
    '/storage',
    '/workflows',
  ])
  expect(pathsFor('creator')).toEqual([])
})

it('knows the page of the menu that a path lies below', () => {
  expect(pageAt(menu, '/prompts/wechat-article')?.to).toBe('/prompts')
  expect(pageAt(menu, '/')?.to).toBe('/')
  expect(pageAt(menu, '/promptsx')).toBeUndefined()
})

it('leads from every line of the menu to a page', () => {
  expect(Object.keys(router.routesByPath)).toEqual(expect.arrayContaining(context.menu.map(({ to }) => to)))
})
