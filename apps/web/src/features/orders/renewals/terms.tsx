import type { PayChannel } from '@mozhou/contracts/orders/kinds'
import { renewalTerms } from '@mozhou/contracts/renewals/consent-text'
import { For } from 'solid-js'
import { useI18n } from './words.ts'

/** What is agreed to, whole and before the press. */
export function RenewalTerms(props: { channel: PayChannel; months: number; priceFen: number }) {
  const { t, locale } = useI18n()
  const sentences = () =>
    renewalTerms(locale(), {
      channel: t(`renewals.channelOf.${props.channel}`),
      months: props.months,
      priceFen: props.priceFen,
    })
  return (
    <ol class="list-decimal space-y-1 pl-5 text-sm text-ink-2">
      <For each={sentences()}>{(sentence) => <li>{sentence}</li>}</For>
    </ol>
  )
}
