import type { QueueRowDto } from '@mozhou/contracts/support/answers'
import { Button } from '@mozhou/ui/components/button.tsx'
import { Notice } from '@mozhou/ui/components/notice.tsx'
import { Refusal } from '@mozhou/ui/components/refusal.tsx'
import { toastSuccess } from '@mozhou/ui/components/toast.tsx'
import { useMutation } from '@tanstack/solid-query'
import { Match, Show, Switch } from 'solid-js'
import { api } from '../../api.ts'
import { useI18n } from './words.ts'

/** Whose it is, and the end of it. Of two who take it at once the second reads who has it. */
export function ConversationActions(props: { row: QueueRowDto; onChange: () => Promise<unknown> }) {
  const { t } = useI18n()
  const conversationId = () => props.row.id
  const change = useMutation(() => ({
    mutationFn: async (deed: 'take' | 'takeOver' | 'release' | 'close') => {
      const one = { conversationId: conversationId() }
      if (deed === 'release') return api.support.release.mutate(one)
      if (deed === 'close') return api.support.closeFor.mutate(one)
      return api.support.take.mutate({ ...one, isTakeover: deed === 'takeOver' })
    },
    onSuccess: (_, deed) => {
      if (deed === 'close') toastSuccess({ title: t('support.closedDone') })
      else if (deed !== 'release') toastSuccess({ title: t('support.taken') })
    },
    onSettled: () => props.onChange(),
  }))
  const holder = () => props.row.takenBy
  return (
    <div class="flex flex-col gap-3">
      <Show when={holder()?.isMe === false}>
        <Notice
          tone="warning"
          action={
            <Button size="sm" isPending={change.isPending} onClick={() => change.mutate('takeOver')}>
              {t('support.takeOver')}
            </Button>
          }
        >
          {t('support.takenBy', holder()?.username ?? '')}
        </Notice>
      </Show>
      <div class="flex flex-wrap justify-end gap-2">
        <Switch>
          <Match when={holder() === null}>
            <Button size="sm" isPending={change.isPending} onClick={() => change.mutate('take')}>
              {t('support.take')}
            </Button>
          </Match>
          <Match when={holder()?.isMe}>
            <Button size="sm" isPending={change.isPending} onClick={() => change.mutate('release')}>
              {t('support.release')}
            </Button>
          </Match>
        </Switch>
        <Show when={props.row.status !== 'closed' && holder()?.isMe !== false}>
          <Button size="sm" isPending={change.isPending} onClick={() => change.mutate('close')}>
            {t('support.close')}
          </Button>
        </Show>
      </div>
      <Refusal error={change.error} />
    </div>
  )
}
