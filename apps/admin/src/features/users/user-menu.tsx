import type { UserRowDto } from '@mozhou/contracts/accounts/answers'
import { useQuery } from '@mozhou/ui/api/use-query'
import { buttonClass } from '@mozhou/ui/components/button-class'
import type { MenuAction } from '@mozhou/ui/components/menu-action'
import { Menu } from '@mozhou/ui/components/menu.tsx'
import Ellipsis from 'lucide-solid/icons/ellipsis'
import { Show } from 'solid-js'
import { me } from '../accounts/queries.ts'
import { usePermissions } from '../accounts/use-permissions.ts'
import { useReach } from '../accounts/use-reach.ts'
import { useI18n } from './words.ts'

export type UserAction = 'adjust' | 'role' | 'suspend' | 'reinstate' | 'delete' | 'takeBack'

/** What may be done to one person, as permissions allow; the same in the list and on their page. */
export function UserMenu(props: { user: UserRowDto; onAction: (action: UserAction, user: UserRowDto) => void }) {
  const { t } = useI18n()
  const may = usePermissions()
  const reaches = useReach()
  const account = useQuery(() => me())
  const isOneself = (user: UserRowDto) => account.data?.id === user.id
  const entry = (id: UserAction, label: string, isDanger = false): MenuAction => ({
    id,
    label,
    isDanger,
    onSelect: () => props.onAction(id, props.user),
  })
  const actions = (): MenuAction[] =>
    props.user.status === 'deleted'
      ? []
      : [
          ...(may('ledger:adjust') && !isOneself(props.user) ? [entry('adjust', t('users.adjust'))] : []),
          ...(may('user:role') ? [entry('role', t('users.setRole'))] : []),
          ...(may('user:suspend') && reaches(props.user) ? suspensions() : []),
          ...(may('user:delete') && reaches(props.user) ? deletions() : []),
        ]
  const suspensions = (): MenuAction[] => {
    if (props.user.status === 'active') return [entry('suspend', t('users.suspend'), true)]
    return props.user.status === 'suspended' ? [entry('reinstate', t('users.reinstate'))] : []
  }
  const deletions = (): MenuAction[] =>
    props.user.status === 'closing'
      ? [entry('takeBack', t('users.takeBack'))]
      : [entry('delete', t('users.delete'), true)]
  return (
    <Show when={actions().length > 0}>
      <Menu
        triggerLabel={t('users.menu', props.user.displayName || t('people.deleted'))}
        triggerClass={buttonClass({ variant: 'ghost', size: 'icon' })}
        trigger={<Ellipsis size={18} aria-hidden="true" />}
        groups={[{ actions: actions() }]}
      />
    </Show>
  )
}
