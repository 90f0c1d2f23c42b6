import type { PublicationDto } from '@mozhou/contracts/publications/answers'
import type { Column } from '@mozhou/ui/components/data-table.tsx'
import { Link } from '@tanstack/solid-router'
import ExternalLink from 'lucide-solid/icons/external-link'
import { Show } from 'solid-js'
import { PlatformMark } from './platform-mark.tsx'
import { addressThere } from './said-by.ts'
import { PublicationState } from './status-badge.tsx'
import { useI18n } from './words.ts'

export function usePublicationColumns(): () => Column<PublicationDto>[] {
  const { t } = useI18n()
  return () => [
    { key: 'what', header: t('publish.work'), isPrimary: true, cell: (row) => <What row={row} /> },
    { key: 'where', header: t('publish.account'), cell: (row) => <Where row={row} /> },
    { key: 'state', header: t('publish.state'), cell: (row) => <State row={row} /> },
    { key: 'when', header: t('publish.when'), cell: (row) => <When row={row} /> },
  ]
}

function What(props: { row: PublicationDto }) {
  const { t } = useI18n()
  return (
    <Link
      to="/publish/$publicationId"
      params={{ publicationId: props.row.id }}
      class="font-medium wrap-anywhere whitespace-normal hover:underline"
    >
      {props.row.title || t('publish.untitled')}
    </Link>
  )
}

function Where(props: { row: PublicationDto }) {
  const { t } = useI18n()
  return (
    <span class="block">
      <PlatformMark
        platform={props.row.platform}
        account={props.row.account.name}
        isSandbox={props.row.account.isSandbox}
      />
      <span class="block text-xs text-ink-3">{t(`publish.routeOf.${props.row.route}`)}</span>
    </span>
  )
}

/** The state, why, and where it can be seen. */
function State(props: { row: PublicationDto }) {
  const { t } = useI18n()
  return (
    <span class="block">
      <PublicationState publication={props.row} />
      <Show when={props.row.reason}>
        {(reason) => <span class="mt-1 block text-xs text-ink-2">{t(`publish.reasonOf.${reason()}`)}</span>}
      </Show>
      <Show when={addressThere(props.row)}>
        {(url) => (
          <a
            href={url()}
            target="_blank"
            rel="noreferrer"
            class="mt-1 flex w-fit items-center gap-1 text-xs text-accent-text hover:underline"
          >
            {t('publish.seeThere')}
            <ExternalLink size={12} aria-hidden="true" />
          </a>
        )}
      </Show>
    </span>
  )
}

function When(props: { row: PublicationDto }) {
  const { t, time, exactTime } = useI18n()
  const shown = () => {
    const { status, scheduledAt, publishedAt, updatedAt } = props.row
    if (publishedAt !== null) return { at: publishedAt, words: t('publish.whenPublished', time(publishedAt)) }
    if (status === 'scheduled' && scheduledAt !== null)
      return { at: scheduledAt, words: t('publish.whenPlanned', time(scheduledAt)) }
    return { at: updatedAt, words: t('publish.whenChanged', time(updatedAt)) }
  }
  return (
    <time datetime={shown().at} title={exactTime(shown().at)}>
      {shown().words}
    </time>
  )
}
