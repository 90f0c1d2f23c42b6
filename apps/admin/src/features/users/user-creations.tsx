import type { UserCreationDto } from '@mozhou/contracts/creations/admin-answers'
import { useInfiniteQuery } from '@mozhou/ui/api/use-query'
import { Badge } from '@mozhou/ui/components/badge.tsx'
import type { Column } from '@mozhou/ui/components/data-table.tsx'
import { DataTable } from '@mozhou/ui/components/data-table.tsx'
import { EmptyState } from '@mozhou/ui/components/empty-state.tsx'
import { Show } from 'solid-js'
import { IdLink } from '../accounts/id-link.tsx'
import { creationsOf } from './queries.ts'
import { useI18n } from './words.ts'

/** What somebody made, by its titles; the texts are theirs alone. */
export function UserCreations(props: { userId: string }) {
  const { t, pick, number, time, exactTime } = useI18n()
  const creations = useInfiniteQuery(() => creationsOf(props.userId))
  const titleOf = (row: UserCreationDto) =>
    row.state === 'purged' ? t('receipt.purged') : row.title || t('receipt.untitled')
  const sizeOf = ({ pieces, wordCount }: UserCreationDto) =>
    pieces === null ? number(wordCount) : t('users.pieces', number(pieces))
  const columns = (): Column<UserCreationDto>[] => [
    {
      key: 'title',
      header: t('users.title'),
      isPrimary: true,
      cell: (row) => (
        <span class="block">
          <span class="font-medium">{titleOf(row)}</span>
          <Show when={row.state === 'trashed'}>
            <span class="ml-2">
              <Badge>{t('receipt.trashed')}</Badge>
            </span>
          </Show>
          <Show when={row.lastGenerationId}>
            {(id) => (
              <span class="block">
                <IdLink id={id()} />
              </span>
            )}
          </Show>
        </span>
      ),
    },
    { key: 'tool', header: t('users.tool'), cell: (row) => pick(row.toolTitle) },
    { key: 'status', header: t('users.status'), cell: (row) => t(`users.creationStatuses.${row.status}`) },
    { key: 'words', header: t('users.words'), align: 'right', cell: sizeOf },
    { key: 'runs', header: t('users.generations'), align: 'right', cell: (row) => number(row.generations) },
    {
      key: 'time',
      header: t('users.time'),
      cell: (row) => <time title={exactTime(row.createdAt)}>{time(row.createdAt)}</time>,
    },
  ]
  return (
    <DataTable
      caption={t('users.tabs.creations')}
      columns={columns()}
      query={creations}
      empty={<EmptyState title={t('users.noCreations')} />}
    />
  )
}
