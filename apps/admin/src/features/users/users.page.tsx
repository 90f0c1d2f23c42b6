import { userStatuses } from '@mozhou/contracts/accounts/kinds'
import { roles } from '@mozhou/contracts/roles'
import { Page } from '@mozhou/ui/app/page.tsx'
import { Card } from '@mozhou/ui/components/card.tsx'
import { DataTable } from '@mozhou/ui/components/data-table.tsx'
import { EmptyState } from '@mozhou/ui/components/empty-state.tsx'
import { useInfiniteQuery } from '@mozhou/ui/api/use-query'
import { useNavigate, useSearch } from '@tanstack/solid-router'
import UsersIcon from 'lucide-solid/icons/users'
import { createSignal } from 'solid-js'
import { ExportButton } from '../../tables/export-button.tsx'
import { FilterBar } from '../../tables/filter-bar.tsx'
import { tableFile } from '../../tables/read-all.ts'
import { SavedFilters } from '../../tables/saved-filters.tsx'
import { usersMenu } from './menu.ts'
import { useI18n } from './words.ts'
import { readUsers, usersMatching } from './queries.ts'
import type { OpenUserAction } from './user-dialogs.tsx'
import { UserDialogs } from './user-dialogs.tsx'
import { parseUserFilters } from './user-filters.ts'
import { useUserColumns } from './user-columns.tsx'

export function UsersPage() {
  const { t, pick } = useI18n()
  const navigate = useNavigate()
  const search = useSearch({ from: '/app/users' })
  const apply = (raw: Record<string, unknown>) =>
    void navigate({ to: '/users', search: parseUserFilters(raw), replace: true })
  const users = useInfiniteQuery(() => usersMatching(search()))
  const [open, setOpen] = createSignal<OpenUserAction | null>(null)
  const columns = useUserColumns((kind, user) => setOpen({ kind, user }))
  return (
    <Page title={pick(usersMenu.title)} subtitle={t('users.subtitle')}>
      <Card isFlush>
        <FilterBar
          search={search()}
          onChange={(part) => apply({ ...search(), ...part })}
          searchLabel={t('users.search')}
          hasDays
          choices={[
            {
              name: 'role',
              any: t('users.anyRole'),
              options: roles.map((value) => ({ value, label: t(`roles.${value}`) })),
            },
            {
              name: 'status',
              any: t('users.anyStatus'),
              options: userStatuses.map((value) => ({ value, label: t(`users.${value}`) })),
            },
          ]}
        >
          <SavedFilters table="users" search={search()} onApply={apply} />
          <ExportButton file={() => tableFile('users', columns(), readUsers(search()))} />
        </FilterBar>
        <DataTable
          caption={pick(usersMenu.title)}
          columns={columns()}
          query={users}
          empty={
            <EmptyState
              icon={<UsersIcon size={24} aria-hidden="true" />}
              title={t('users.emptyTitle')}
              description={t('users.emptyHint')}
            />
          }
        />
      </Card>
      <UserDialogs open={open()} onClose={() => setOpen(null)} />
    </Page>
  )
}
