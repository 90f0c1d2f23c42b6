import type { PaidWorkDto } from '@mozhou/contracts/generations/ledger-answers'
import { Badge } from '@mozhou/ui/components/badge.tsx'
import { Show } from 'solid-js'
import { useI18n } from './words.ts'

/** What was done to which work; its text is its owner's alone, so that there is no way to it. */
export function PaidWork(props: { work: PaidWorkDto }) {
  const { t, pick } = useI18n()
  const done = () =>
    props.work.runTitle ? pick(props.work.runTitle) : t(`generationKinds.${props.work.generationKind}`)
  const title = () => (props.work.state === 'purged' ? t('receipt.purged') : props.work.title || t('receipt.untitled'))
  return (
    <span class="flex flex-wrap items-center gap-2 text-ink-2">
      {done()} · {title()}
      <Show when={props.work.state === 'trashed'}>
        <Badge>{t('receipt.trashed')}</Badge>
      </Show>
    </span>
  )
}
