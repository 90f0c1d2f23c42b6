import type { UserRowDto } from '@mozhou/contracts/accounts/answers'
import { isAbove } from '@mozhou/contracts/roles'
import { useQuery } from '@mozhou/ui/api/use-query'
import { me } from './queries.ts'

/** Whether the signed-in person may suspend somebody or end their sessions: not themself, and nobody above. The API checks again. */
export function useReach() {
  const account = useQuery(() => me())
  return (user: Pick<UserRowDto, 'id' | 'role'>) =>
    account.data !== undefined && account.data.id !== user.id && !isAbove(user.role, account.data.role)
}
