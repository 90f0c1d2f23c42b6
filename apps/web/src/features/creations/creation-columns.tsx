import type { FoundCreationDto } from '@mozhou/contracts/creations/answers'
import type { Column } from '@mozhou/ui/components/data-table.tsx'
import { Link } from '@tanstack/solid-router'
import type { JSX } from 'solid-js'
import { Show } from 'solid-js'
import { useI18n } from '../../i18n/i18n.ts'
import { FoundExcerpt } from './found-excerpt.tsx'
import type { Selection } from './selection.tsx'
import { SelectBox } from './selection.tsx'
import { StatusBadge } from '../works/status-badge.tsx'

interface CreationColumnsParts {
  selection: Selection
  menu: (row: FoundCreationDto) => JSX.Element
}

export function useCreationColumns(parts: CreationColumnsParts): () => Column<FoundCreationDto>[] {
  const { t, pick, number, time, exactTime } = useI18n()
  return () => [
    {
      key: 'title',
      header: t('creations.name'),
      isPrimary: true,
      cell: (row) => <TitleCell row={row} parts={parts} />,
    },
    { key: 'tool', header: t('creations.tool'), cell: (row) => pick(row.toolTitle) },
    {
      key: 'words',
      header: t('creations.words'),
      align: 'right',
      cell: (row) => (row.wordCount === 0 ? '—' : number(row.wordCount)),
    },
    { key: 'status', header: t('creations.status'), cell: (row) => <StatusBadge creation={row} /> },
    {
      key: 'updated',
      header: t('creations.updated'),
      cell: (row) => <time title={exactTime(row.updatedAt)}>{time(row.updatedAt)}</time>,
    },
    { key: 'actions', header: t('library.open'), isActions: true, cell: parts.menu },
  ]
}

function TitleCell(props: { row: FoundCreationDto; parts: CreationColumnsParts }) {
  const { t } = useI18n()
  return (
    <div class="flex items-start gap-3">
      <SelectBox row={props.row} selection={props.parts.selection} />
      <Show when={props.row.thumbnail}>
        {(url) => (
          <img
            src={url()}
            alt=""
            loading="lazy"
            class="chequered size-10 shrink-0 rounded-sm border border-line object-cover"
          />
        )}
      </Show>
      <div class="min-w-0">
        <Link
          to="/creations/$creationId"
          params={{ creationId: props.row.id }}
          class="line-clamp-2 rounded-sm font-medium text-ink hover:text-accent-text md:line-clamp-1"
        >
          {props.row.title || t('creations.untitled')}
        </Link>
        <FoundExcerpt found={props.row} />
      </div>
    </div>
  )
}
