import { rewriteGoals } from '@mozhou/contracts/creation-editing'
import type { RewriteDto, RewriteGoal } from '@mozhou/contracts/creation-editing'
import type { VersionDto } from '@mozhou/contracts/creations'
import { createRequestKeys } from '@mozhou/ui/app/request-key'
import { Button } from '@mozhou/ui/components/button.tsx'
import { Dialog } from '@mozhou/ui/components/dialog.tsx'
import { Field } from '@mozhou/ui/components/field.tsx'
import { Notice } from '@mozhou/ui/components/notice.tsx'
import { Select } from '@mozhou/ui/components/select.tsx'
import { TextArea } from '@mozhou/ui/components/text-area.tsx'
import { useMutation, useQuery, useQueryClient } from '@tanstack/solid-query'
import { createSignal, Match, Show, Switch } from 'solid-js'
import { api } from '../../api.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { creationsKey } from '../creations/queries.ts'
import { creditsKey } from '../credits/queries.ts'
import { useCost } from '../writing/use-cost.ts'
import { watchGeneration } from '../writing/watch-generation.ts'

export interface RewriteWish {
  field: string
  start: number
  end: number
  text: string
}

interface RewriteDialogProps {
  creationId: string
  baseVersionId: string
  /** Null closes the dialog. */
  wish: RewriteWish | null
  onAccepted: (version: VersionDto) => void
  onClose: () => void
}

/** Another wording of a selection, charged like any text; it changes nothing until it is accepted. */
export function RewriteDialog(props: RewriteDialogProps) {
  const { t } = useI18n()
  return (
    <Dialog
      isOpen={props.wish !== null}
      onClose={() => props.onClose()}
      title={t('edit.rewriteTitle')}
      description={t('edit.rewriteHint')}
      size="lg"
    >
      <Show when={props.wish} keyed>
        {(wish) => <Rewriting {...props} wish={wish} />}
      </Show>
    </Dialog>
  )
}

function Rewriting(props: RewriteDialogProps & { wish: RewriteWish }) {
  const { t, error } = useI18n()
  const cost = useCost()
  const client = useQueryClient()
  const keys = createRequestKeys()
  const [goal, setGoal] = createSignal<RewriteGoal>('polish')
  const [instruction, setInstruction] = createSignal('')
  const [generationId, setGenerationId] = createSignal<string | null>(null)
  const [isDone, setIsDone] = createSignal(false)
  const done = () => {
    setIsDone(true)
    void client.invalidateQueries({ queryKey: creditsKey })
  }
  const watch = watchGeneration(generationId, { onDone: done, onLost: () => {} })
  const question = () => ({
    creationId: props.creationId,
    baseVersionId: props.baseVersionId,
    ...props.wish,
    goal: goal(),
    instruction: goal() === 'custom' ? instruction().trim() : null,
  })
  const start = useMutation(() => ({
    mutationFn: () => api.creations.rewriteSelection.mutate({ ...question(), requestKey: keys.keyFor(question()) }),
    onSuccess: (started) => {
      keys.answered()
      setIsDone(false)
      setGenerationId(started.generationId)
    },
    onError: (cause: Error) => keys.failed(cause),
  }))
  const failed = () => {
    const end = watch.state().done
    return end !== null && end.status !== 'succeeded' ? end : null
  }
  return (
    <div class="flex flex-col gap-4">
      <Quoted label={t('edit.before')} text={props.wish.text} />
      <Switch>
        <Match when={failed()}>
          {(end) => (
            <Notice tone="danger" title={t('writing.failedTitle')}>
              {end().refundedCredits > 0 ? t('edit.rewriteRefunded') : t('writing.failedNoCharge')}
            </Notice>
          )}
        </Match>
        <Match when={isDone() && generationId()}>
          {(id) => <Offer generationId={id()} onAccepted={props.onAccepted} onClose={props.onClose} />}
        </Match>
        <Match when={generationId()}>
          <Quoted label={t('edit.after')} text={watch.state().text} />
          <p role="status" class="text-sm text-ink-2">
            {t('edit.rewriting')}
          </p>
        </Match>
        <Match when={true}>
          <Field label={t('writing.optimiseGoal')}>
            <Select
              value={goal()}
              onValueChange={(value) => setGoal(value as RewriteGoal)}
              options={rewriteGoals.map((value) => ({ value, label: t(`edit.goals.${value}`) }))}
            />
          </Field>
          <Show when={goal() === 'custom'}>
            <Field label={t('writing.instruction')} isRequired>
              <TextArea maxLength={500} value={instruction()} onValueChange={setInstruction} />
            </Field>
          </Show>
          <Show when={start.error}>
            {(cause) => (
              <Notice tone="danger" title={t('writing.startFailed')}>
                {error(cause())}
              </Notice>
            )}
          </Show>
          <Button
            variant="primary"
            class="self-end"
            isPending={start.isPending}
            disabled={goal() === 'custom' && instruction().trim() === ''}
            onClick={() => start.mutate()}
          >
            {t('edit.startRewrite', cost.words())}
          </Button>
        </Match>
      </Switch>
    </div>
  )
}

function Offer(props: { generationId: string; onAccepted: (version: VersionDto) => void; onClose: () => void }) {
  const { t, error } = useI18n()
  const client = useQueryClient()
  const offer = useQuery(() => ({
    queryKey: [...creationsKey, 'rewrite', props.generationId] as const,
    queryFn: ({ signal }): Promise<RewriteDto> =>
      api.creations.rewrite.query({ generationId: props.generationId }, { signal }),
  }))
  const accept = useMutation(() => ({
    mutationFn: (): Promise<VersionDto> => api.creations.acceptRewrite.mutate({ generationId: props.generationId }),
    onSuccess: async (version) => {
      await client.invalidateQueries({ queryKey: creationsKey })
      props.onAccepted(version)
      props.onClose()
    },
  }))
  return (
    <>
      <Quoted label={t('edit.after')} text={offer.data?.replacement ?? ''} />
      <Show when={accept.error ?? offer.error}>{(cause) => <Notice tone="danger">{error(cause())}</Notice>}</Show>
      <div class="flex flex-wrap justify-end gap-2">
        <Button onClick={() => props.onClose()}>{t('edit.reject')}</Button>
        <Button variant="primary" isPending={accept.isPending} disabled={!offer.data} onClick={() => accept.mutate()}>
          {t('edit.accept')}
        </Button>
      </div>
    </>
  )
}

function Quoted(props: { label: string; text: string }) {
  return (
    <section class="rounded-md bg-sunken px-4 py-3">
      <h3 class="mb-1 text-xs font-medium text-ink-3">{props.label}</h3>
      <p class="text-sm leading-relaxed break-words whitespace-pre-wrap">{props.text}</p>
    </section>
  )
}
