import type { GenerationPageDto } from '@mozhou/contracts/generations/admin-answers'
import { isActive } from '@mozhou/contracts/generations/kinds'
import { Button } from '@mozhou/ui/components/button.tsx'
import { buttonClass } from '@mozhou/ui/components/button-class'
import { ConfirmDialog } from '@mozhou/ui/components/confirm-dialog.tsx'
import { Refusal } from '@mozhou/ui/components/refusal.tsx'
import { toastSuccess } from '@mozhou/ui/components/toast.tsx'
import { useMutation, useQueryClient } from '@tanstack/solid-query'
import ExternalLink from 'lucide-solid/icons/external-link'
import { createSignal, Match, Show, Switch } from 'solid-js'
import { api } from '../../api.ts'
import { usePermissions } from '../accounts/use-permissions.ts'
import { AcknowledgeDialog } from './acknowledge-dialog.tsx'
import { generationsKey } from './queries.ts'
import { useI18n } from './words.ts'

type Act = 'stop' | 'start'

/** What may be done with a run: as far as it is, and as far as one may. */
export function GenerationActions(props: { generation: GenerationPageDto }) {
  const { t } = useI18n()
  const may = usePermissions()
  const [open, setOpen] = createSignal<Act | 'acknowledge' | null>(null)
  const close = () => setOpen(null)
  const mayAct = () => may('generation:act') && isActive(props.generation.status)
  return (
    <div class="flex flex-wrap gap-2">
      <Show when={props.generation.workflowUrl}>
        {(url) => (
          <a href={url()} target="_blank" rel="noreferrer" class={buttonClass({})}>
            <ExternalLink size={15} aria-hidden="true" />
            {t('generations.workflow')}
          </a>
        )}
      </Show>
      <Show when={mayAct() && props.generation.status === 'requested'}>
        <Button onClick={() => setOpen('start')}>{t('generations.start')}</Button>
      </Show>
      <Show when={mayAct() && !props.generation.isStopRequested}>
        <Button variant="danger" onClick={() => setOpen('stop')}>
          {t('generations.stop')}
        </Button>
      </Show>
      <Show when={may('workflow:acknowledge') && props.generation.needsPerson}>
        <Button onClick={() => setOpen('acknowledge')}>{t('generations.acknowledge')}</Button>
      </Show>
      <Switch>
        <Match when={open() === 'acknowledge'}>
          <AcknowledgeDialog workflowId={props.generation.workflowId} readAgain={generationsKey} onClose={close} />
        </Match>
        <Match when={open() === 'stop'}>
          <ActDialog act="stop" generationId={props.generation.id} onClose={close} />
        </Match>
        <Match when={open() === 'start'}>
          <ActDialog act="start" generationId={props.generation.id} onClose={close} />
        </Match>
      </Switch>
    </div>
  )
}

function ActDialog(props: { act: Act; generationId: string; onClose: () => void }) {
  const { t } = useI18n()
  const client = useQueryClient()
  const act = useMutation(() => ({
    mutationFn: (name: Act) => api.generations[name].mutate({ generationId: props.generationId }),
    onSuccess: async () => {
      toastSuccess({ title: t(props.act === 'stop' ? 'generations.stopped' : 'generations.started') })
      props.onClose()
      await client.invalidateQueries({ queryKey: generationsKey })
    },
  }))
  return (
    <ConfirmDialog
      isOpen
      isDanger={props.act === 'stop'}
      onClose={() => props.onClose()}
      title={t(props.act === 'stop' ? 'generations.stopTitle' : 'generations.startTitle')}
      description={t(props.act === 'stop' ? 'generations.stopHint' : 'generations.startHint')}
      action={t(`generations.${props.act}`)}
      isPending={act.isPending}
      onConfirm={() => act.mutate(props.act)}
    >
      <Refusal error={act.error} />
    </ConfirmDialog>
  )
}
