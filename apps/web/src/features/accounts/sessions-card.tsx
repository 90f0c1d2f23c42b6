import type { SessionDto } from '@mozhou/contracts/accounts/answers'
import { Badge } from '@mozhou/ui/components/badge.tsx'
import { Button } from '@mozhou/ui/components/button.tsx'
import { Card } from '@mozhou/ui/components/card.tsx'
import { ConfirmDialog } from '@mozhou/ui/components/confirm-dialog.tsx'
import { Loaded } from '@mozhou/ui/components/loaded.tsx'
import { toastError, toastSuccess } from '@mozhou/ui/components/toast.tsx'
import { useMutation, useQueryClient } from '@tanstack/solid-query'
import { useQuery } from '@mozhou/ui/api/use-query'
import { createSignal, For, Show } from 'solid-js'
import { api } from '../../api.ts'
import { useI18n } from './words.ts'
import { describeUserAgent } from './describe-user-agent.ts'
import { mySessions } from './queries.ts'

export function SessionsCard() {
  const { t, number, error } = useI18n()
  const client = useQueryClient()
  const sessions = useQuery(() => mySessions())
  const [isAsking, setIsAsking] = createSignal(false)
  const revokeOthers = useMutation(() => ({
    mutationFn: () => api.auth.revokeOtherSessions.mutate(),
    onSuccess: async ({ revoked }) => {
      setIsAsking(false)
      toastSuccess({ title: t('settings.revokedOthers', number(revoked)) })
      await client.invalidateQueries({ queryKey: mySessions().queryKey })
    },
    onError: (cause) => toastError({ title: error(cause) }),
  }))
  return (
    <Card
      title={t('settings.sessions')}
      description={t('settings.sessionsHint')}
      isFlush
      aside={
        <Show when={(sessions.data?.length ?? 0) > 1}>
          <Button size="sm" onClick={() => setIsAsking(true)}>
            {t('settings.revokeOthers')}
          </Button>
        </Show>
      }
    >
      <Loaded query={sessions}>
        {(list) => (
          <ul class="divide-y divide-line">
            <For each={list()}>{(session) => <SessionRow session={session} />}</For>
          </ul>
        )}
      </Loaded>
      <ConfirmDialog
        isOpen={isAsking()}
        onClose={() => setIsAsking(false)}
        title={t('settings.revokeOthers')}
        description={t('settings.revokeOthersConfirm')}
        action={t('settings.revokeOthers')}
        isDanger
        isPending={revokeOthers.isPending}
        onConfirm={() => revokeOthers.mutate()}
      />
    </Card>
  )
}

function SessionRow(props: { session: SessionDto }) {
  const { t, time, exactTime, error } = useI18n()
  const client = useQueryClient()
  const revoke = useMutation(() => ({
    mutationFn: () => api.auth.revokeSession.mutate({ sessionId: props.session.id }),
    onSuccess: async () => {
      toastSuccess({ title: t('settings.revoked') })
      await client.invalidateQueries({ queryKey: mySessions().queryKey })
    },
    onError: (cause) => toastError({ title: error(cause) }),
  }))
  const app = () => {
    const names = { web: t('settings.appWeb'), admin: t('settings.appAdmin'), api: t('settings.appApi') }
    return names[props.session.app]
  }
  return (
    <li class="flex items-center gap-3 px-4 py-3">
      <div class="min-w-0 flex-1">
        <p class="flex flex-wrap items-center gap-2 text-sm font-medium">
          <span class="truncate" title={props.session.userAgent}>
            {describeUserAgent(props.session.userAgent) ?? t('settings.unknownDevice')}
          </span>
          <Show when={props.session.isCurrent}>
            <Badge tone="success">{t('settings.thisSession')}</Badge>
          </Show>
        </p>
        <p class="text-xs text-ink-3" title={exactTime(props.session.lastUsedAt)}>
          {app()} · {props.session.ipAddress} · {t('settings.lastUsed', time(props.session.lastUsedAt))}
        </p>
      </div>
      <Show when={!props.session.isCurrent}>
        <Button size="sm" variant="ghost" isPending={revoke.isPending} onClick={() => revoke.mutate()}>
          {t('settings.revoke')}
        </Button>
      </Show>
    </li>
  )
}
