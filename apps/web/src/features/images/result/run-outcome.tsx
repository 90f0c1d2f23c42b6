import type { ErrorCode } from '@mozhou/contracts/errors'
import type { ImageCreationDto, ImageRunDto, ImageVersionDto } from '@mozhou/contracts/images/answers'
import { Button } from '@mozhou/ui/components/button.tsx'
import { Notice } from '@mozhou/ui/components/notice.tsx'
import RotateCw from 'lucide-solid/icons/rotate-cw'
import { Show } from 'solid-js'
import type { ImageStudioContext } from '../studio-context.ts'
import { useI18n } from '../words.ts'
import { useAgain } from './use-again.ts'

interface RunOutcomeProps {
  context: ImageStudioContext
  work: ImageCreationDto
  shown: ImageVersionDto | null
}

/** What the newest run came to where it was not all that was asked for, what came back, and the way to try again. */
export function RunOutcome(props: RunOutcomeProps) {
  const { t, number } = useI18n()
  const run = () => props.work.run?.generation ?? null
  const failed = () => {
    const { run, versions } = props.work
    if (!run || !['failed', 'refused', 'cancelled'].includes(run.generation.status)) return null
    return versions.some(({ generationId }) => generationId === run.generation.id) ? null : run
  }
  const isShownRun = () => props.shown?.generationId !== null && props.shown?.generationId === run()?.id
  /** Credits that came back are known of the newest run; of older ones, that nothing was charged. */
  const refunded = () => (isShownRun() ? (run()?.refundedCredits ?? 0) : 0)
  return (
    <>
      <Show when={failed()}>{(run) => <Failure {...props} run={run()} />}</Show>
      <Show when={props.shown && props.shown.missing > 0 ? props.shown : null}>
        {(version) => (
          <div class="px-4 pt-4 sm:px-6">
            <Notice tone="warning" title={t('images.result.missing', number(version().missing))}>
              {refunded() > 0 ? t('images.result.missingHint', number(refunded())) : t('images.result.missingFree')}
            </Notice>
          </div>
        )}
      </Show>
      <Show when={props.shown?.isPartial}>
        <div class="px-4 pt-4 sm:px-6">
          <Notice tone="info">{t('images.result.partial')}</Notice>
        </div>
      </Show>
    </>
  )
}

function Failure(props: RunOutcomeProps & { run: ImageRunDto }) {
  const { t, number, shownError, error } = useI18n()
  const again = useAgain(() => ({ ...props, form: props.run.form, versionId: null }))
  const generation = () => props.run.generation
  const why = (code: ErrorCode) =>
    code === 'CONTENT_REFUSED' || code === 'GENERATION_FAILED'
      ? t(`images.result.failures.${code}`)
      : shownError({ code, params: {}, requestId: null, fields: [] })
  const isStopped = () => generation().status === 'cancelled'
  return (
    <div class="p-4 sm:px-6">
      <Notice
        tone={isStopped() ? 'info' : 'danger'}
        title={t(isStopped() ? 'images.result.stoppedTitle' : 'images.result.failedTitle')}
        action={
          <Button
            isPending={props.context.start.isPending()}
            icon={<RotateCw size={15} aria-hidden="true" />}
            onClick={() => again.press()}
          >
            {t('images.result.retry', again.cost())}
          </Button>
        }
      >
        <Show when={generation().failure}>{(code) => <p>{why(code())}</p>}</Show>
        <p class="font-medium">
          {generation().refundedCredits > 0
            ? t('images.result.refunded', number(generation().refundedCredits))
            : t('images.result.noCharge')}
        </p>
        <Show when={props.shown}>
          <p class="text-ink-2">{t('images.result.kept')}</p>
        </Show>
        <Show when={props.context.start.refusal('result')}>
          {(cause) => <p class="text-danger">{error(cause())}</p>}
        </Show>
      </Notice>
    </div>
  )
}
