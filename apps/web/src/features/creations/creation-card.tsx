import type { FoundCreationDto } from '@mozhou/contracts/creations/answers'
import { Link } from '@tanstack/solid-router'
import ImageIcon from 'lucide-solid/icons/image'
import type { JSX } from 'solid-js'
import { Show } from 'solid-js'
import { useI18n } from '../../i18n/i18n.ts'
import { FoundExcerpt } from './found-excerpt.tsx'
import { StatusBadge } from '../works/status-badge.tsx'

interface CreationCardProps {
  row: FoundCreationDto
  box: JSX.Element
  menu: JSX.Element
}

export function CreationCard(props: CreationCardProps) {
  const { t, pick, number, time, exactTime } = useI18n()
  return (
    <div class="flex h-full min-w-0 flex-col gap-2 rounded-md border border-line p-4">
      <Show when={props.row.kind === 'image'}>
        <Thumbnail row={props.row} />
      </Show>
      <div class="flex items-start gap-3">
        {props.box}
        <Link
          to="/creations/$creationId"
          params={{ creationId: props.row.id }}
          class="line-clamp-2 min-w-0 flex-1 rounded-sm font-medium text-ink hover:text-accent-text"
        >
          {props.row.title || t('creations.untitled')}
        </Link>
        {props.menu}
      </div>
      <FoundExcerpt found={props.row} />
      <p class="mt-auto flex flex-wrap items-center gap-2 text-xs text-ink-3">
        <StatusBadge creation={props.row} />
        <Show when={props.row.kind === 'writing'} fallback={pick(props.row.toolTitle)}>
          {t('writing.words', number(props.row.wordCount))}
        </Show>
        <time title={exactTime(props.row.updatedAt)}>{time(props.row.updatedAt)}</time>
      </p>
    </div>
  )
}

/** The title beside it leads to the work, for who cannot see it. */
function Thumbnail(props: { row: FoundCreationDto }) {
  return (
    <Link
      to="/creations/$creationId"
      params={{ creationId: props.row.id }}
      tabindex="-1"
      aria-hidden="true"
      class="relative flex aspect-[4/3] items-center justify-center overflow-clip rounded-sm bg-sunken text-ink-3"
    >
      <Show when={props.row.thumbnail} fallback={<ImageIcon size={28} />}>
        {(url) => (
          <img src={url()} alt="" loading="lazy" class="chequered absolute inset-0 m-auto max-h-full max-w-full" />
        )}
      </Show>
    </Link>
  )
}
