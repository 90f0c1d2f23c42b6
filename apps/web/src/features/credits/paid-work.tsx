import type { PaidWorkDto } from '@mozhou/contracts/generations/ledger-answers'
import { Badge } from '@mozhou/ui/components/badge.tsx'
import { Link } from '@tanstack/solid-router'
import { Show } from 'solid-js'
import { useI18n } from './words.ts'

/** The work that an entry was for, and the way to it as long as there is one. */
export function PaidWork(props: { work: PaidWorkDto }) {
  const { t } = useI18n()
  return (
    <Show when={props.work.state !== 'purged'} fallback={<span class="block text-ink-3">{t('receipt.purged')}</span>}>
      <span class="flex flex-wrap items-center gap-2">
        <Link
          to="/creations/$creationId"
          params={{ creationId: props.work.creationId }}
          class="line-clamp-2 min-w-0 rounded-sm break-words text-accent-text hover:underline"
        >
          {props.work.title || t('receipt.untitled')}
        </Link>
        <Show when={props.work.state === 'trashed'}>
          <Badge>{t('receipt.trashed')}</Badge>
        </Show>
      </span>
    </Show>
  )
}
