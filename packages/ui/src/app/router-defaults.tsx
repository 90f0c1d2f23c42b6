import type { ErrorComponentProps } from '@tanstack/solid-router'
import { useRouter } from '@tanstack/solid-router'
import { SkeletonLines } from '../components/skeleton.tsx'
import { CrashPage } from './crash-page.tsx'

/** How both apps load, wait and fail between pages. */
export const routerDefaults = {
  defaultPreload: 'intent',
  // Pages read through the query client, which knows what is stale.
  defaultPreloadStaleTime: 0,
  defaultPendingMs: 300,
  scrollRestoration: true,
  // What a page's own reading of the address has left out is gone: else it would reach the page beside what was read.
  search: { strict: true },
  defaultPendingComponent: () => <SkeletonLines lines={6} class="mx-auto w-full max-w-3xl p-8" />,
  defaultErrorComponent: Crash,
} as const

function Crash(props: ErrorComponentProps) {
  const router = useRouter()
  return <CrashPage error={props.error} onRetry={() => void router.invalidate().then(() => props.reset())} />
}
