import { QueryClientProvider } from '@tanstack/solid-query'
import { useNavigate } from '@tanstack/solid-router'
import type { ParentProps } from 'solid-js'
import { meKey } from '../api/me-key.ts'
import { queryClient } from '../api/query-client.ts'
import { whenSignedOut } from '../api/signed-out.ts'
import { watchAccount } from './one-account.ts'

/**
 * Around everything behind the login: what the API answered is kept here, and whoever is signed out meanwhile is led to the login page.
 * The login page itself asks nothing, so the query client is no part of its bytes.
 */
export function SignedIn(props: ParentProps) {
  const navigate = useNavigate()
  whenSignedOut(() => {
    // Left already, or not in yet: the guard of the first page shows the way.
    if (!queryClient.getQueryData(meKey)) return
    queryClient.clear()
    void navigate({ to: '/login', search: { next: window.location.pathname + window.location.search } })
  })
  const account = queryClient.getQueryData<{ id: string }>(meKey)
  // What is being typed is kept on the device as on every reload.
  if (account) watchAccount(account.id, () => window.location.reload())
  return <QueryClientProvider client={queryClient}>{props.children}</QueryClientProvider>
}
