import type { UserRowDto, FirstTouchDto } from '@mozhou/contracts/accounts/answers'
import { Badge } from '@mozhou/ui/components/badge.tsx'
import type { Column } from '@mozhou/ui/components/data-table.tsx'
import { Link } from '@tanstack/solid-router'
import { Show } from 'solid-js'
import { beijingTime } from '../../tables/read-all.ts'
import { usePersonName } from '../accounts/use-person-name.ts'
import { useI18n } from './words.ts'
import type { UserAction } from './user-menu.tsx'
import { UserMenu } from './user-menu.tsx'
import { sourceOf } from './source-of.ts'

export function useUserColumns(onAction: (action: UserAction, user: UserRowDto) => void): () => Column<UserRowDto>[] {
  const { t, number, date, exactTime } = useI18n()
  const nameOf = usePersonName()
  return () => [
    {
      key: 'user',
      header: t('users.user'),
      isPrimary: true,
      text: (row) => (row.username === '' ? nameOf('') : `${row.username} · ${row.displayName} · ${row.email}`),
      cell: (row) => (
        <span class="block">
          <Link
            to="/users/$userId"
            params={{ userId: row.id }}
            class="rounded-sm font-medium hover:text-accent-text hover:underline"
          >
            {row.displayName || nameOf('')}
          </Link>
          <Show when={row.username}>
            <span class="ml-2 text-ink-3">@{row.username}</span>
          </Show>
          <span class="block text-xs break-all text-ink-3">{row.email || row.id}</span>
        </span>
      ),
    },
    {
      key: 'role',
      header: t('users.role'),
      cell: (row) => t(`roles.${row.role}`),
      text: (row) => t(`roles.${row.role}`),
    },
    {
      key: 'status',
      header: t('users.status'),
      cell: (row) => <UserState status={row.status} />,
      text: (row) => t(`users.${row.status}`),
    },
    {
      key: 'credits',
      header: t('users.credits'),
      align: 'right',
      cell: (row) => number(row.credits),
      text: (row) => row.credits,
    },
    {
      key: 'registered',
      header: t('users.registered'),
      cell: (row) => <time title={exactTime(row.createdAt)}>{date(row.createdAt)}</time>,
      text: (row) => beijingTime(row.createdAt),
    },
    {
      key: 'source',
      header: t('users.source'),
      cell: (row) => <Source touch={row.firstTouch} />,
      text: (row) => row.firstTouch && sourceOf(row.firstTouch),
    },
    {
      key: 'actions',
      header: t('users.actions'),
      isActions: true,
      cell: (row) => <UserMenu user={row} onAction={onAction} />,
    },
  ]
}

const stateTones = { active: 'success', suspended: 'danger', closing: 'warning', deleted: 'neutral' } as const

export function UserState(props: { status: UserRowDto['status'] }) {
  const { t } = useI18n()
  return <Badge tone={stateTones[props.status]}>{t(`users.${props.status}`)}</Badge>
}

export function Source(props: { touch: FirstTouchDto | null }) {
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
