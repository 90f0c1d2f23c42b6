import type { UserDetailDto } from '@mozhou/contracts/accounts/admin-answers'
import type { PeriodDto } from '@mozhou/contracts/memberships/admin-answers'
import { useInfiniteQuery } from '@mozhou/ui/api/use-query'
import type { Column } from '@mozhou/ui/components/data-table.tsx'
import { DataTable } from '@mozhou/ui/components/data-table.tsx'
import { EmptyState } from '@mozhou/ui/components/empty-state.tsx'
import { Show } from 'solid-js'
import { IdLink } from '../accounts/id-link.tsx'
import { periodsOf } from './queries.ts'
import { useI18n } from './words.ts'

export function UserMembership(props: { user: UserDetailDto }) {
  const { t, number, exactTime } = useI18n()
  const periods = useInfiniteQuery(() => periodsOf(props.user.id))
  const columns = (): Column<PeriodDto>[] => [
    {
      key: 'period',
      header: t('users.period'),
      isPrimary: true,
      cell: (row) => t('users.fromTo', exactTime(row.startsAt), exactTime(row.endsAt)),
    },
    {
      key: 'source',
      header: t('users.periodSource'),
      cell: (row) => (
        <span class="block">
          {t(`users.periodSources.${row.source}`)}
          <Show when={row.orderId}>
            {(orderId) => (
              <span class="block">
                <IdLink id={orderId()} />
              </span>
            )}
          </Show>
        </span>
      ),
    },
    {
      key: 'benefits',
      header: t('users.periodBenefits'),
      cell: ({ benefits }) => t('users.fairUse', number(benefits.dailyLimit), number(benefits.concurrency)),
    },
    {
      key: 'created',
      header: t('users.time'),
      cell: (row) => <time title={exactTime(row.createdAt)}>{exactTime(row.createdAt)}</time>,
    },
  ]
  return (
    <DataTable
      caption={t('users.tabs.membership')}
      columns={columns()}
      query={periods}
      empty={<EmptyState title={t('users.noPeriods')} />}
    />
  )
}
