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
import { mySessions } from './queries.ts'
import { SessionRow } from './session-row.tsx'

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
            <For each={list().toSorted((left, right) => Number(right.isCurrent) - Number(left.isCurrent))}>
              {(session) => <SessionRow session={session} />}
            </For>
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
