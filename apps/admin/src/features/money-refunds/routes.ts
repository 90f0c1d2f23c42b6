import { refundQueues } from '@mozhou/contracts/refunds/kinds'
import type { RefundQueue } from '@mozhou/contracts/refunds/kinds'
import { lazyPage } from '@mozhou/ui/app/lazy-page'
import { createRoute } from '@tanstack/solid-router'
import { appRoute } from '../../app-route.ts'

/** Where a link leads to one refund of one queue. */
interface RefundsSearch {
  queue?: RefundQueue
  refund?: string
}

export const moneyRefundsRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/money-refunds',
  validateSearch: ({ queue, refund }: Record<string, unknown>): RefundsSearch => {
    const known = refundQueues.find((one) => one === queue)
    return { ...(known ? { queue: known } : {}), ...(typeof refund === 'string' ? { refund } : {}) }
  },
  component: lazyPage(() => import('./money-refunds.page.tsx'), 'MoneyRefundsPage'),
})
