import { Page } from '@mozhou/ui/app/page.tsx'
import { Card } from '@mozhou/ui/components/card.tsx'
import { DataTable } from '@mozhou/ui/components/data-table.tsx'
import { EmptyState } from '@mozhou/ui/components/empty-state.tsx'
import { TextInput } from '@mozhou/ui/components/text-input.tsx'
import { useInfiniteQuery } from '@mozhou/ui/api/use-query'
import UsersIcon from 'lucide-solid/icons/users'
import { createSignal, onCleanup } from 'solid-js'
import { usersMenu } from './menu.ts'
import { useI18n } from './words.ts'
import { usersMatching } from './queries.ts'
import type { OpenUserAction } from './user-dialogs.tsx'
import { UserDialogs } from './user-dialogs.tsx'
import { useUserColumns } from './user-columns.tsx'

const typingPauseMs = 300

export function UsersPage() {
  const { t, pick } = useI18n()
  const [typed, setTyped] = createSignal('')
  const [search, setSearch] = createSignal('')
  const users = useInfiniteQuery(() => usersMatching(search()))
  const [open, setOpen] = createSignal<OpenUserAction | null>(null)
  const columns = useUserColumns((kind, user) => setOpen({ kind, user }))
  let timer: ReturnType<typeof setTimeout> | undefined
  onCleanup(() => clearTimeout(timer))
  const type = (text: string) => {
    setTyped(text)
    clearTimeout(timer)
    timer = setTimeout(() => setSearch(text.trim()), typingPauseMs)
  }
  return (
    <Page title={pick(usersMenu.title)} subtitle={t('users.subtitle')}>
      <Card isFlush>
        <div class="border-b border-line px-4 py-3">
          <div class="max-w-sm">
            <TextInput
              type="search"
              aria-label={t('users.search')}
              placeholder={t('users.search')}
              value={typed()}
              onValueChange={type}
            />
          </div>
        </div>
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
