import type { UserDetailDto } from '@mozhou/contracts/accounts/admin-answers'
import type { SessionDto } from '@mozhou/contracts/accounts/answers'
import { describeUserAgent } from '@mozhou/contracts/accounts/describe-user-agent'
import { useQuery } from '@mozhou/ui/api/use-query'
import { Button } from '@mozhou/ui/components/button.tsx'
import { ConfirmDialog } from '@mozhou/ui/components/confirm-dialog.tsx'
import type { Column } from '@mozhou/ui/components/data-table.tsx'
import { DataTable } from '@mozhou/ui/components/data-table.tsx'
import { EmptyState } from '@mozhou/ui/components/empty-state.tsx'
import { Refusal } from '@mozhou/ui/components/refusal.tsx'
import { singlePage } from '@mozhou/ui/components/single-page'
import { createSignal, Show } from 'solid-js'
import { api } from '../../api.ts'
import { useReach } from '../accounts/use-reach.ts'
import { sessionsOf } from './queries.ts'
import { useUserChange } from './use-user-change.ts'
import { useI18n } from './words.ts'

/** Where somebody is signed in; one session or all of them may be ended. */
export function UserSessions(props: { user: UserDetailDto }) {
  const { t, time, exactTime } = useI18n()
  const reaches = useReach()
  const sessions = useQuery(() => sessionsOf(props.user.id))
  const [ending, setEnding] = createSignal<SessionDto | 'all' | null>(null)
  const device = (row: SessionDto) => describeUserAgent(row.userAgent) ?? t('users.unknownDevice')
  const columns = (): Column<SessionDto>[] => [
    {
      key: 'device',
      header: t('users.device'),
      isPrimary: true,
      cell: (row) => <span title={row.userAgent}>{device(row)}</span>,
    },
    { key: 'app', header: t('users.app'), cell: (row) => t(`sessions.${row.app}`) },
    { key: 'address', header: t('users.address'), cell: (row) => row.ipAddress },
    {
      key: 'used',
      header: t('users.lastUsed'),
      cell: (row) => <time title={exactTime(row.lastUsedAt)}>{time(row.lastUsedAt)}</time>,
    },
    {
      key: 'end',
      header: t('users.endSession'),
      isActions: true,
      cell: (row) => (
        <Show when={reaches(props.user)}>
          <Button size="sm" aria-label={`${t('users.endSession')} ${device(row)}`} onClick={() => setEnding(row)}>
            {t('users.endSession')}
          </Button>
        </Show>
      ),
    },
  ]
  return (
    <>
      <Show when={(sessions.data?.length ?? 0) > 0 && reaches(props.user)}>
        <div class="flex justify-end border-b border-line px-4 py-3">
          <Button size="sm" variant="danger" onClick={() => setEnding('all')}>
            {t('users.endAll')}
          </Button>
        </div>
      </Show>
      <DataTable
        caption={t('users.tabs.sessions')}
        columns={columns()}
        query={singlePage(sessions)}
        empty={<EmptyState title={t('users.noSessions')} />}
      />
      <Show when={ending()} keyed>
        {(what) => (
          <EndDialog user={props.user} session={what === 'all' ? null : what} onClose={() => setEnding(null)} />
        )}
      </Show>
    </>
  )
}

function EndDialog(props: { user: UserDetailDto; session: SessionDto | null; onClose: () => void }) {
  const { t, number } = useI18n()
  const end = useUserChange({
    send: (session: SessionDto | null) =>
      session
        ? api.users.endSession.mutate({ userId: props.user.id, sessionId: session.id })
        : api.users.endSessions.mutate({ userId: props.user.id }),
    done: ({ ended }) => t('users.ended', number(ended)),
    onClose: () => props.onClose(),
  })
  return (
    <ConfirmDialog
      isOpen
      isDanger
      onClose={() => props.onClose()}
      title={props.session ? t('users.endSessionTitle') : t('users.endAllTitle', props.user.displayName)}
      description={t('users.endHint')}
      action={props.session ? t('users.endSession') : t('users.endAll')}
      isPending={end.isPending}
      onConfirm={() => end.mutate(props.session)}
    >
      <Refusal error={end.error} />
    </ConfirmDialog>
  )
}
