import type { CampaignRowDto } from '@mozhou/contracts/campaigns/admin-answers'
import type { CampaignStatus } from '@mozhou/contracts/campaigns/kinds'
import { Button } from '@mozhou/ui/components/button.tsx'
import { ConfirmDialog } from '@mozhou/ui/components/confirm-dialog.tsx'
import { Refusal } from '@mozhou/ui/components/refusal.tsx'
import { toastSuccess } from '@mozhou/ui/components/toast.tsx'
import { useMutation, useQueryClient } from '@tanstack/solid-query'
import { useNavigate } from '@tanstack/solid-router'
import { createSignal, For, Show } from 'solid-js'
import { api } from '../../api.ts'
import { campaignRow, campaignsKey } from './queries.ts'
import { useI18n } from './words.ts'

type Action = 'start' | 'pause' | 'resume' | 'end' | 'remove'

const actionsOf: Record<CampaignStatus, readonly Action[]> = {
  draft: ['start', 'remove'],
  running: ['pause', 'end'],
  paused: ['resume', 'end'],
  ended: [],
}
const targetOf = { start: 'running', resume: 'running', pause: 'paused', end: 'ended' } as const
const isPrimary = (action: Action) => action === 'start' || action === 'resume'

/** What can be done to a campaign as it stands; each says first what follows. */
export function StatusActions(props: { row: CampaignRowDto }) {
  const { t } = useI18n()
  const [asked, setAsked] = createSignal<Action | null>(null)
  return (
    <>
      <For each={actionsOf[props.row.status]}>
        {(action) => (
          <Button variant={isPrimary(action) ? 'primary' : 'secondary'} onClick={() => setAsked(action)}>
            {t(`campaigns.${action}`)}
          </Button>
        )}
      </For>
      <Show when={asked()} keyed>
        {(action) => <Confirm row={props.row} action={action} onClose={() => setAsked(null)} />}
      </Show>
    </>
  )
}

function Confirm(props: { row: CampaignRowDto; action: Action; onClose: () => void }) {
  const { t } = useI18n()
  const client = useQueryClient()
  const navigate = useNavigate()
  const act = useMutation(() => ({
    mutationFn: async (): Promise<CampaignRowDto | null> => {
      const { action, row } = props
      if (action !== 'remove') return api.campaigns.setStatus.mutate({ campaignId: row.id, status: targetOf[action] })
      await api.campaigns.remove.mutate({ campaignId: row.id })
      return null
    },
    onSuccess: async (changed) => {
      toastSuccess({ title: changed === null ? t('campaigns.removed') : t('campaigns.changed') })
      props.onClose()
      if (changed === null) await navigate({ to: '/campaigns' })
      else client.setQueryData(campaignRow(changed.id).queryKey, changed)
      await client.invalidateQueries({ queryKey: campaignsKey })
    },
  }))
  return (
    <ConfirmDialog
      isOpen
      onClose={() => props.onClose()}
      title={`${t(`campaigns.${props.action}`)} · ${props.row.name}`}
      description={t(`campaigns.${props.action}Hint`)}
      action={t(`campaigns.${props.action}`)}
      isDanger={props.action === 'end' || props.action === 'remove'}
      isPending={act.isPending}
      onConfirm={() => act.mutate()}
    >
      <Refusal error={act.error} />
    </ConfirmDialog>
  )
}
