import type { RewriteDto } from '@mozhou/contracts/editing/answers'
import type { VersionDto } from '@mozhou/contracts/creations/answers'
import { Dialog } from '@mozhou/ui/components/dialog.tsx'
import { Notice } from '@mozhou/ui/components/notice.tsx'
import { useQueryClient } from '@tanstack/solid-query'
import { createSignal, Match, Show, Switch, untrack } from 'solid-js'
import { useI18n } from './words.ts'
import { creditsKey } from '../../session/queries.ts'
import { watchGeneration } from '../works/watch-generation.ts'
import { waitingRewrites } from './queries.ts'
import type { RewriteSelection } from './rewrite-form.tsx'
import { RewriteForm } from './rewrite-form.tsx'
import { Quoted, RewriteOffer } from './rewrite-offer.tsx'
import { RewriteProgress } from './rewrite-progress.tsx'

/** A selection to be rewritten, or a rewrite that was asked for before. */
export type RewriteSubject = RewriteSelection | RewriteDto

interface RewriteDialogProps {
  creationId: string
  baseVersionId: string
  /** Null closes the dialog. */
  subject: RewriteSubject | null
  isAcceptBarred: boolean
  onAccepted: (version: VersionDto) => void
  onClose: () => void
}

/**
 * Another wording of a selection, charged like any text; it changes nothing until it is accepted. Closing leaves it among those that
 * wait.
 */
export function RewriteDialog(props: RewriteDialogProps) {
  const { t } = useI18n()
  return (
    <Dialog
      isOpen={props.subject !== null}
      onClose={() => props.onClose()}
      title={t('edit.rewriteTitle')}
      description={t('edit.rewriteHint')}
      size="lg"
    >
      <Show when={props.subject} keyed>
        {(subject) => <Rewriting {...props} subject={subject} />}
      </Show>
    </Dialog>
  )
}

function Rewriting(props: RewriteDialogProps & { subject: RewriteSubject }) {
  const { t } = useI18n()
  const client = useQueryClient()
  const earlier = untrack(() => ('generationId' in props.subject ? props.subject : null))
  const isReady = earlier?.status === 'ready'
  const [generationId, setGenerationId] = createSignal(earlier?.generationId ?? null)
  const [isDone, setIsDone] = createSignal(isReady)
  const readWaiting = () => client.invalidateQueries({ queryKey: waitingRewrites(props.creationId).queryKey })
  const done = () => {
    setIsDone(true)
    void client.invalidateQueries({ queryKey: creditsKey })
    void readWaiting()
  }
  const watch = watchGeneration(() => (isReady ? null : generationId()), { onDone: done, onLost: () => {} })
  const failed = () => {
    const end = watch.state().done
    return end !== null && end.status !== 'succeeded' ? end : null
  }
  return (
    <div class="flex flex-col gap-4">
      <Quoted label={t('edit.before')} text={props.subject.text} />
      <Switch>
        <Match when={failed()}>
          {(end) => (
            <Show
              when={end().status !== 'cancelled'}
              fallback={<Notice tone="info">{t('edit.rewriteStopped')}</Notice>}
            >
              <Notice tone="danger" title={t('writing.failedTitle')}>
                {end().refundedCredits > 0 ? t('edit.rewriteRefunded') : t('writing.failedNoCharge')}
              </Notice>
            </Show>
          )}
        </Match>
        <Match when={isDone() && generationId()}>
          {(id) => (
            <RewriteOffer
              generationId={id()}
              isAcceptBarred={props.isAcceptBarred}
              onAccepted={props.onAccepted}
              onClose={props.onClose}
            />
          )}
        </Match>
        <Match when={generationId()}>{(id) => <RewriteProgress generationId={id()} text={watch.state().text} />}</Match>
        <Match when={!('generationId' in props.subject) && props.subject}>
          {(selection) => (
            <RewriteForm
              creationId={props.creationId}
              baseVersionId={props.baseVersionId}
              selection={selection()}
              onStarted={(id) => {
                setGenerationId(id)
                void readWaiting()
              }}
            />
          )}
        </Match>
      </Switch>
    </div>
  )
}
