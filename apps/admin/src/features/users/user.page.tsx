import type { UserDetailDto } from '@mozhou/contracts/accounts/admin-answers'
import { Page } from '@mozhou/ui/app/page.tsx'
import { useCrumb } from '@mozhou/ui/app/crumb'
import { useQuery } from '@mozhou/ui/api/use-query'
import { Badge } from '@mozhou/ui/components/badge.tsx'
import { Card } from '@mozhou/ui/components/card.tsx'
import { Loaded } from '@mozhou/ui/components/loaded.tsx'
import { Tabs } from '@mozhou/ui/components/tabs.tsx'
import { useNavigate, useParams, useSearch } from '@tanstack/solid-router'
import type { JSX } from 'solid-js'
import { createSignal, Show } from 'solid-js'
import { usePermissions } from '../accounts/use-permissions.ts'
import { usePersonName } from '../accounts/use-person-name.ts'
import { userDetail } from './queries.ts'
import { UserAudit } from './user-audit.tsx'
import { UserState } from './user-columns.tsx'
import { UserCreations } from './user-creations.tsx'
import { UserDeletion } from './user-deletion.tsx'
import type { OpenUserAction } from './user-dialogs.tsx'
import { UserDialogs } from './user-dialogs.tsx'
import { UserFiles } from './user-files.tsx'
import { UserLedger } from './user-ledger.tsx'
import { UserMembership } from './user-membership.tsx'
import { UserMenu } from './user-menu.tsx'
import { UserOrders } from './user-orders.tsx'
import { UserProfile } from './user-profile.tsx'
import { UserSessions } from './user-sessions.tsx'
import { allowedTabs, parseUserSearch } from './user-tabs.ts'
import type { UserTab } from './user-tabs.ts'
import { useI18n } from './words.ts'

const contents: Record<UserTab, (user: UserDetailDto) => JSX.Element> = {
  profile: (user) => <UserProfile user={user} />,
  ledger: (user) => <UserLedger userId={user.id} />,
  orders: (user) => <UserOrders userId={user.id} />,
  membership: (user) => <UserMembership user={user} />,
  creations: (user) => <UserCreations userId={user.id} />,
  files: (user) => <UserFiles userId={user.id} />,
  sessions: (user) => <UserSessions user={user} />,
  deletion: (user) => <UserDeletion user={user} />,
  audit: (user) => <UserAudit userId={user.id} />,
}

/** Everything there is of one person, each part for who may see it. */
export function UserPage() {
  const params = useParams({ from: '/app/users/$userId' })
  const user = useQuery(() => userDetail(params().userId))
  return <Loaded query={user}>{(loaded) => <Person user={loaded()} />}</Loaded>
}

function Person(props: { user: UserDetailDto }) {
  const { t } = useI18n()
  const [open, setOpen] = createSignal<OpenUserAction | null>(null)
  const nameOf = usePersonName()
  const title = () => props.user.displayName || nameOf('')
  useCrumb(title)
  return (
    <Page
      title={title()}
      subtitle={props.user.username === '' ? props.user.id : nameOf(props.user.username)}
      aside={
        <div class="flex flex-wrap items-center gap-2">
          <Show when={props.user.membership.isMember}>
            <Badge tone="accent">{t('users.member')}</Badge>
          </Show>
          <Badge>{t(`roles.${props.user.role}`)}</Badge>
          <UserState status={props.user.status} />
          <UserMenu user={props.user} onAction={(kind, user) => setOpen({ kind, user })} />
        </div>
      }
    >
      <Card isFlush>
        <Parts user={props.user} />
      </Card>
      <UserDialogs open={open()} onClose={() => setOpen(null)} />
    </Page>
  )
}

function Parts(props: { user: UserDetailDto }) {
  const { t } = useI18n()
  const may = usePermissions()
  const navigate = useNavigate()
  const search = useSearch({ from: '/app/users/$userId' })
  const tabs = () => allowedTabs(may)
  /** One that may not be seen is not there: the first stands in its place. */
  const current = () => tabs().find((tab) => tab === search().tab) ?? 'profile'
  const choose = (tab: string) =>
    void navigate({
      to: '/users/$userId',
      params: { userId: props.user.id },
      search: parseUserSearch({ tab }),
      replace: true,
    })
  return (
    <Tabs
      label={t('users.parts')}
      value={current()}
      onValueChange={choose}
      tabs={tabs().map((value) => ({
        value,
        label: t(`users.tabs.${value}`),
        content: () => contents[value](props.user),
      }))}
    />
  )
}
