import type { Permission } from '@mozhou/contracts/permissions'
import { useQuery } from '@mozhou/ui/api/use-query'
import { me } from './queries.ts'

/** What the signed-in person may do; the API checks again. */
export function usePermissions() {
  const account = useQuery(() => me())
  return (permission: Permission) => account.data?.permissions.includes(permission) === true
}
