import type { CreationDto } from '@mozhou/contracts/creations/answers'
import type { GenerationDto } from '@mozhou/contracts/generations/answers'
import { Button } from '@mozhou/ui/components/button.tsx'
import { Notice } from '@mozhou/ui/components/notice.tsx'
import RotateCw from 'lucide-solid/icons/rotate-cw'
import { Show } from 'solid-js'
import { useI18n } from '../../i18n/i18n.ts'
import { chosenModelId } from './chosen-model.ts'
import type { StudioContext } from './studio-context.ts'
import { useCost } from '../works/use-cost.ts'

/** The newest generation came to nothing: what happened, what came back, and the way to try again. */
export function FailureNotice(props: { context: StudioContext; creation: CreationDto }) {
  const failed = () => {
    const generation = props.creation.generation
    if (!generation || !['failed', 'refused', 'cancelled'].includes(generation.status)) return null
    const hasKeptText = generation.status === 'cancelled' && props.creation.currentVersion?.isPartial === true
    return hasKeptText ? null : generation
  }
  return <Show when={failed()}>{(generation) => <Failure {...props} generation={generation()} />}</Show>
}

function Failure(props: { context: StudioContext; creation: CreationDto; generation: GenerationDto }) {
  const { t, number, error, shownError } = useI18n()
  const cost = useCost()
  const isCancelled = () => props.generation.status === 'cancelled'
  const retry = () =>
    props.context.start.press({
      kind: 'regenerate',
      creationId: props.creation.id,
      input: props.context.formInput(),
      modelId: chosenModelId(),
    })
  return (
    <Notice
      tone={isCancelled() ? 'info' : 'danger'}
      title={isCancelled() ? t('writing.cancelledTitle') : t('writing.failedTitle')}
      action={
        <Button
          isPending={props.context.start.isPending()}
          icon={<RotateCw size={15} aria-hidden="true" />}
          onClick={retry}
        >
          {t('writing.retry', cost.words())}
        </Button>
      }
    >
      <Show when={props.generation.failure}>
        {(code) => <p>{shownError({ code: code(), params: {}, requestId: null, fields: [] })}</p>}
      </Show>
      <p class="font-medium">
        {props.generation.refundedCredits > 0
          ? t('writing.failedRefunded', number(props.generation.refundedCredits))
          : t('writing.failedNoCharge')}
      </p>
      <Show when={props.creation.currentVersion}>
        <p class="text-ink-2">{t('writing.versionKept')}</p>
      </Show>
      <Show when={props.context.start.refusal('regenerate')}>
        {(cause) => <p class="text-danger">{error(cause())}</p>}
      </Show>
    </Notice>
  )
}
