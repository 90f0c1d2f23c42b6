import type { PublicationDetailDto } from '@mozhou/contracts/publications/answers'
import { Button } from '@mozhou/ui/components/button.tsx'
import { buttonClass } from '@mozhou/ui/components/button-class'
import { ConfirmDialog } from '@mozhou/ui/components/confirm-dialog.tsx'
import { Refusal } from '@mozhou/ui/components/refusal.tsx'
import { toastSuccess } from '@mozhou/ui/components/toast.tsx'
import { useMutation, useQueryClient } from '@tanstack/solid-query'
import { Link, useNavigate } from '@tanstack/solid-router'
import { createSignal, Show } from 'solid-js'
import { MoveDialog } from '../calendar/move-dialog.tsx'
import { calls } from '../calls.ts'
import { tellPublications } from '../queries.ts'
import { useI18n } from '../words.ts'

type Deed = 'publishNow' | 'cancel' | 'retry' | 'retract' | 'removeDraft'
type Asked = Exclude<Deed, 'publishNow'>

/** What can be done to it as it stands: the server says which. */
export function PublicationActions(props: { publication: PublicationDetailDto }) {
  const { t } = useI18n()
  const client = useQueryClient()
  const navigate = useNavigate()
  const [asked, setAsked] = createSignal<Asked | 'reschedule' | null>(null)
  const can = () => props.publication.can
  const act = useMutation(() => ({
    mutationFn: (deed: Deed): Promise<unknown> => calls[deed].mutate({ publicationId: props.publication.id }),
    onSuccess: async (_answer, deed) => {
      toastSuccess({ title: doneWords(deed) })
      if (deed === 'removeDraft') await navigate({ to: '/publish', replace: true })
    },
    onSettled: async () => {
      setAsked(null)
      await tellPublications(client)
    },
  }))
  const doneWords = (deed: Deed) => {
    if (deed === 'removeDraft') return t('publishOne.draftRemoved')
    if (deed === 'cancel') return t('publishOne.cancelled')
    return deed === 'retract' ? t('publishOne.retracted') : t('publishOne.asked')
  }
  return (
    <div class="flex flex-col gap-3">
      <Refusal error={act.error} />
      <div class="flex flex-wrap gap-2 empty:hidden">
        <Show when={can().publishNow}>
          <Button variant="primary" isPending={act.isPending} onClick={() => act.mutate('publishNow')}>
            {t('publishOne.publishNow')}
          </Button>
        </Show>
        <Show when={can().retry && !can().publishNow}>
          <Button variant="primary" onClick={() => setAsked('retry')}>
            {t('publishOne.retry')}
          </Button>
        </Show>
        <Show when={can().edit}>
          <Link to="/publish/new" search={{ publication: props.publication.id }} class={buttonClass({})}>
            {t('publishOne.edit')}
          </Link>
        </Show>
        <Show when={can().reschedule}>
          <Button onClick={() => setAsked('reschedule')}>{t('publishOne.reschedule')}</Button>
        </Show>
        <Show when={can().cancel}>
          <Button variant="ghost" onClick={() => setAsked('cancel')}>
            {t('publishOne.cancel')}
          </Button>
        </Show>
        <Show when={props.publication.status === 'draft'}>
          <Button variant="ghost" onClick={() => setAsked('removeDraft')}>
            {t('publishOne.removeDraft')}
          </Button>
        </Show>
        <Show when={can().retract}>
          <Button variant="ghost" onClick={() => setAsked('retract')}>
            {t('publishOne.retract')}
          </Button>
        </Show>
      </div>
      <Show when={asked() === 'reschedule'}>
        <MoveDialog publication={props.publication} onClose={() => setAsked(null)} />
      </Show>
      <AskFirst
        deed={asked()}
        isRefused={props.publication.status === 'rejected'}
        isPending={act.isPending}
        onClose={() => setAsked(null)}
        onConfirm={(deed) => act.mutate(deed)}
      />
    </div>
  )
}

interface AskFirstProps {
  deed: Asked | 'reschedule' | null
  /** By the platform, which may do it again. */
  isRefused: boolean
  isPending: boolean
  onClose: () => void
  onConfirm: (deed: Asked) => void
}

function AskFirst(props: AskFirstProps) {
  const { t } = useI18n()
  const deed = (): Asked | null => (props.deed === 'reschedule' ? null : props.deed)
  const shown = () => deed() ?? 'cancel'
  const hint = () =>
    shown() === 'retry' && props.isRefused ? t('publishOne.refusedRetryHint') : t(`publishOne.${shown()}Hint`)
  return (
    <ConfirmDialog
      isOpen={deed() !== null}
      onClose={() => props.onClose()}
      title={t(`publishOne.${shown()}Title`)}
      description={hint()}
      action={t(`publishOne.${shown()}`)}
      isDanger={shown() === 'retract' || shown() === 'removeDraft'}
      isPending={props.isPending}
      onConfirm={() => props.onConfirm(shown())}
    />
  )
}
