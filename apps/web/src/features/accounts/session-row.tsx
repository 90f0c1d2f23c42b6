import type { SessionDto } from '@mozhou/contracts/accounts/answers'
import { Badge } from '@mozhou/ui/components/badge.tsx'
import { Button } from '@mozhou/ui/components/button.tsx'
import { toastError, toastSuccess } from '@mozhou/ui/components/toast.tsx'
import { useMutation, useQueryClient } from '@tanstack/solid-query'
import { Show } from 'solid-js'
import { api } from '../../api.ts'
import { describeUserAgent } from '@mozhou/contracts/accounts/describe-user-agent'
import { mySessions } from './queries.ts'
import { useI18n } from './words.ts'

/** The time of the session in use is now: what is stored of it moves only when its tokens are renewed. */
export function SessionRow(props: { session: SessionDto }) {
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
        <p class="text-xs text-ink-3">
          {app()} · {props.session.ipAddress} ·{' '}
          <Show when={!props.session.isCurrent} fallback={<span class="text-success">{t('settings.inUse')}</span>}>
            <time title={exactTime(props.session.lastUsedAt)}>
              {t('settings.lastUsed', time(props.session.lastUsedAt))}
            </time>
          </Show>
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
