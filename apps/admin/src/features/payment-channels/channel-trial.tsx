import type { ChannelTrialDto } from '@mozhou/contracts/payments/answers'
import { Notice } from '@mozhou/ui/components/notice.tsx'
import { Show } from 'solid-js'
import { useI18n } from './words.ts'

/** What became of a test call. */
export function ChannelTrial(props: { trial: ChannelTrialDto }) {
  const { t, latency } = useI18n()
  const time = () => latency(props.trial.latencyMs)
  const kind = () => t(`channels.failureKinds.${props.trial.failureKind ?? 'unavailable'}`)
  return (
    <Show
      when={props.trial.isOk}
      fallback={
        <Notice tone="danger" title={t('channels.tryFailed', kind(), time())}>
          <Show when={props.trial.vendorCode}>{(code) => <p>{t('channels.vendorCode', code())}</p>}</Show>
          <Show when={props.trial.vendorMessage}>{(message) => <p class="break-words">{message()}</p>}</Show>
        </Notice>
      }
    >
      <Notice tone="success" title={t('channels.tryOk', time())} />
    </Show>
  )
}
