import type { AttemptDetailDto } from '@mozhou/contracts/generations/admin-answers'
import type { AttemptOutcome } from '@mozhou/contracts/models/kinds'
import { Badge } from '@mozhou/ui/components/badge.tsx'
import type { BadgeTone } from '@mozhou/ui/components/badge.tsx'
import { For, Show } from 'solid-js'
import { useI18n } from './words.ts'

const tones: Record<AttemptOutcome, BadgeTone> = {
  running: 'accent',
  succeeded: 'success',
  failed: 'danger',
  stopped: 'neutral',
  lost: 'warning',
}

/** Every call of a model, with what its vendor answered. */
export function AttemptList(props: { attempts: readonly AttemptDetailDto[] }) {
  const { t } = useI18n()
  return (
    <ul class="divide-y divide-line text-sm">
      <For each={props.attempts} fallback={<li class="text-ink-3">{t('generations.noAttempts')}</li>}>
        {(attempt) => <AttemptRow attempt={attempt} />}
      </For>
    </ul>
  )
}

function AttemptRow(props: { attempt: AttemptDetailDto }) {
  const { t, exactTime } = useI18n()
  const facts = useFacts()
  const kind = () => props.attempt.failureKind
  return (
    <li class="py-2.5">
      <p class="flex flex-wrap items-center gap-2">
        <span class="font-medium">{props.attempt.model}</span>
        <span class="text-ink-3">
          {t(`vendors.${props.attempt.vendor}`)} · {props.attempt.upstreamModel}
        </span>
        <Badge tone={tones[props.attempt.outcome]}>{t(`attemptOutcomes.${props.attempt.outcome}`)}</Badge>
        <Show when={kind()}>{(failure) => <Badge tone="danger">{t(`failureKinds.${failure()}`)}</Badge>}</Show>
        <Show when={props.attempt.isSandbox}>
          <Badge tone="warning">{t('receipt.sandbox')}</Badge>
        </Show>
      </p>
      <p class="mt-0.5 text-xs text-ink-3">
        {[exactTime(props.attempt.createdAt), ...facts(props.attempt)].join(' · ')}
      </p>
      <Said attempt={props.attempt} />
    </li>
  )
}

function useFacts() {
  const { t, number, latency, cost } = useI18n()
  return (attempt: AttemptDetailDto): string[] => {
    // Its figures are written when a call ends: until then they are the noughts that the row began with.
    if (attempt.outcome === 'lost') return [t('receipt.unmeasured')]
    if (attempt.outcome === 'running') return []
    return [
      t('receipt.tokens', number(attempt.inputTokens), number(attempt.outputTokens)),
      attempt.isEstimated ? t('receipt.estimated') : '',
      attempt.firstTokenMs === null ? '' : t('receipt.firstToken', latency(attempt.firstTokenMs)),
      t('receipt.took', latency(attempt.latencyMs)),
      cost(attempt.costMicroYuan),
    ].filter(Boolean)
  }
}

/** What the vendor answered to a call: its numbers, and its words where it refused. */
function Said(props: { attempt: AttemptDetailDto }) {
  const { t } = useI18n()
  const numbers = () => {
    const { httpStatus, vendorCode, vendorRequestId, servedModel, upstreamModel } = props.attempt
    return [
      httpStatus === null ? '' : t('generations.vendorStatus', String(httpStatus)),
      vendorCode === null ? '' : t('generations.vendorCode', vendorCode),
      vendorRequestId === null ? '' : t('generations.vendorRequest', vendorRequestId),
      servedModel === null || servedModel === upstreamModel ? '' : t('generations.served', servedModel),
    ].filter(Boolean)
  }
  return (
    <>
      <Show when={numbers().length > 0}>
        <p class="mt-0.5 font-mono text-xs break-all text-ink-2">{numbers().join(' · ')}</p>
      </Show>
      <Show when={props.attempt.vendorMessage}>
        {(message) => (
          <blockquote
            title={t('generations.redacted')}
            class="mt-1.5 rounded-md bg-sunken px-3 py-2 text-xs break-words text-ink-2"
          >
            {message()}
          </blockquote>
        )}
      </Show>
    </>
  )
}
