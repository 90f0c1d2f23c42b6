import type { UserRowDto, FirstTouchDto } from '@mozhou/contracts/accounts/answers'
import { Badge } from '@mozhou/ui/components/badge.tsx'
import { buttonClass } from '@mozhou/ui/components/button-class'
import type { Column } from '@mozhou/ui/components/data-table.tsx'
import type { MenuAction } from '@mozhou/ui/components/menu-action'
import { Menu } from '@mozhou/ui/components/menu.tsx'
import Ellipsis from 'lucide-solid/icons/ellipsis'
import { Show } from 'solid-js'
import { useI18n } from './words.ts'
import { usePermissions } from '../accounts/use-permissions.ts'
import { sourceOf } from './source-of.ts'

export type UserAction = 'adjust' | 'role' | 'suspend' | 'reinstate'

export function useUserColumns(onAction: (action: UserAction, user: UserRowDto) => void): () => Column<UserRowDto>[] {
  const { t, number, date, exactTime } = useI18n()
  return () => [
    {
      key: 'user',
      header: t('users.user'),
      isPrimary: true,
      cell: (row) => (
        <span class="block">
          <span class="font-medium">{row.displayName}</span>
          <span class="ml-2 text-ink-3">@{row.username}</span>
          <span class="block text-xs break-all text-ink-3">{row.email}</span>
        </span>
      ),
    },
    { key: 'role', header: t('users.role'), cell: (row) => t(`roles.${row.role}`) },
    {
      key: 'status',
      header: t('users.status'),
      cell: (row) => (
        <Badge tone={row.status === 'active' ? 'success' : 'danger'}>
          {row.status === 'active' ? t('users.active') : t('users.suspended')}
        </Badge>
      ),
    },
    { key: 'credits', header: t('users.credits'), align: 'right', cell: (row) => number(row.credits) },
    {
      key: 'registered',
      header: t('users.registered'),
      cell: (row) => <time title={exactTime(row.createdAt)}>{date(row.createdAt)}</time>,
    },
    { key: 'source', header: t('users.source'), cell: (row) => <Source touch={row.firstTouch} /> },
    {
      key: 'actions',
      header: t('users.actions'),
      isActions: true,
      cell: (row) => <RowMenu user={row} onAction={onAction} />,
    },
  ]
}

function Source(props: { touch: FirstTouchDto | null }) {
  const { t, exactTime } = useI18n()
  return (
    <Show when={props.touch} fallback={<span class="text-ink-3">—</span>}>
      {(touch) => (
        <span
          class="block"
          title={touch().firstSeenAt === null ? undefined : t('users.firstSeen', exactTime(touch().firstSeenAt ?? ''))}
        >
          {t(`users.channels.${touch().channel}`)}
          <span class="block text-xs break-all text-ink-3">{sourceOf(touch())}</span>
        </span>
      )}
    </Show>
  )
}

function RowMenu(props: { user: UserRowDto; onAction: (action: UserAction, user: UserRowDto) => void }) {
  const { t } = useI18n()
  const may = usePermissions()
  const entry = (id: UserAction, label: string, isDanger = false): MenuAction => ({
    id,
    label,
    isDanger,
    onSelect: () => props.onAction(id, props.user),
  })
  const actions = (): MenuAction[] => [
    ...(may('ledger:adjust') ? [entry('adjust', t('users.adjust'))] : []),
    ...(may('user:role') ? [entry('role', t('users.setRole'))] : []),
    ...(may('user:suspend')
      ? [
          props.user.status === 'active'
            ? entry('suspend', t('users.suspend'), true)
            : entry('reinstate', t('users.reinstate')),
        ]
      : []),
  ]
  return (
    <Show when={actions().length > 0}>
      <Menu
        triggerLabel={t('users.menu', props.user.displayName)}
        triggerClass={buttonClass({ variant: 'ghost', size: 'icon' })}
        trigger={<Ellipsis size={18} aria-hidden="true" />}
        groups={[{ actions: actions() }]}
      />
    </Show>
  )
}
