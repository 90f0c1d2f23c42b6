import type { UserRowDto } from '@mozhou/contracts/accounts/answers'
import { Page } from '@mozhou/ui/app/page.tsx'
import { Card } from '@mozhou/ui/components/card.tsx'
import { DataTable } from '@mozhou/ui/components/data-table.tsx'
import { EmptyState } from '@mozhou/ui/components/empty-state.tsx'
import { TextInput } from '@mozhou/ui/components/text-input.tsx'
import { useInfiniteQuery } from '@mozhou/ui/api/use-query'
import UsersIcon from 'lucide-solid/icons/users'
import { createSignal, Match, onCleanup, Show, Switch } from 'solid-js'
import { usersMenu } from './menu.ts'
import { useI18n } from './words.ts'
import { AdjustDialog } from './adjust-dialog.tsx'
import { usersMatching } from './queries.ts'
import { ReinstateDialog } from './reinstate-dialog.tsx'
import { RoleDialog } from './role-dialog.tsx'
import { SuspendDialog } from './suspend-dialog.tsx'
import type { UserAction } from './user-columns.tsx'
import { useUserColumns } from './user-columns.tsx'

const typingPauseMs = 300

export function UsersPage() {
  const { t, pick } = useI18n()
  const [typed, setTyped] = createSignal('')
  const [search, setSearch] = createSignal('')
  const [action, setAction] = createSignal<{ kind: UserAction; user: UserRowDto } | null>(null)
  const users = useInfiniteQuery(() => usersMatching(search()))
  const columns = useUserColumns((kind, user) => setAction({ kind, user }))
  let timer: ReturnType<typeof setTimeout> | undefined
  onCleanup(() => clearTimeout(timer))
  const type = (text: string) => {
    setTyped(text)
    clearTimeout(timer)
    timer = setTimeout(() => setSearch(text.trim()), typingPauseMs)
  }
  const close = () => setAction(null)
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
      <Show when={action()} keyed>
        {(open) => (
          <Switch>
            <Match when={open.kind === 'suspend'}>
              <SuspendDialog user={open.user} onClose={close} />
            </Match>
            <Match when={open.kind === 'reinstate'}>
              <ReinstateDialog user={open.user} onClose={close} />
            </Match>
            <Match when={open.kind === 'role'}>
              <RoleDialog user={open.user} onClose={close} />
            </Match>
            <Match when={open.kind === 'adjust'}>
              <AdjustDialog user={open.user} onClose={close} />
            </Match>
          </Switch>
        )}
      </Show>
    </Page>
  )
}
