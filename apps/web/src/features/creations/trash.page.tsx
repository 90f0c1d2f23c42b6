import type { TrashedCreationDto } from '@mozhou/contracts/creations/answers'
import { Page } from '@mozhou/ui/app/page.tsx'
import { Button } from '@mozhou/ui/components/button.tsx'
import { buttonClass } from '@mozhou/ui/components/button-class'
import { Card } from '@mozhou/ui/components/card.tsx'
import type { Column } from '@mozhou/ui/components/data-table.tsx'
import { DataTable } from '@mozhou/ui/components/data-table.tsx'
import { EmptyState } from '@mozhou/ui/components/empty-state.tsx'
import { useInfiniteQuery } from '@mozhou/ui/api/use-query'
import { Link } from '@tanstack/solid-router'
import { useI18n } from '../../i18n/i18n.ts'
import { useCrumb } from '@mozhou/ui/app/crumb'
import { myTrash } from './queries.ts'
import type { Selection } from './selection.tsx'
import { createSelection, loadedIds, SelectBox, SelectionBar } from './selection.tsx'
import { useLibraryActions } from './use-library-actions.ts'

export function TrashPage() {
  const { t } = useI18n()
  useCrumb(() => t('library.trash'))
  const trash = useInfiniteQuery(() => myTrash())
  const selection = createSelection()
  const { undelete } = useLibraryActions()
  const restore = (ids: string[]) => undelete.mutate(ids, { onSuccess: () => selection.clear() })
  const columns = useTrashColumns(selection, (id) => restore([id]))
  return (
    <Page
      title={t('library.trash')}
      subtitle={t('library.trashHint')}
      aside={
        <Link to="/creations" class={buttonClass({})}>
          {t('library.backToLibrary')}
        </Link>
      }
    >
      <Card isFlush>
        <SelectionBar selection={selection} loaded={loadedIds(trash)}>
          <Button size="sm" variant="primary" isPending={undelete.isPending} onClick={() => restore(selection.ids())}>
            {t('library.restore')}
          </Button>
        </SelectionBar>
        <DataTable
          caption={t('library.trash')}
          columns={columns()}
          query={trash}
          empty={<EmptyState title={t('library.trashEmpty')} description={t('library.trashEmptyHint')} />}
        />
      </Card>
    </Page>
  )
}

function useTrashColumns(selection: Selection, onRestore: (id: string) => void) {
  const { t, number, time, exactTime } = useI18n()
  return (): Column<TrashedCreationDto>[] => [
    {
      key: 'title',
      header: t('creations.name'),
      isPrimary: true,
      cell: (row) => (
        <div class="flex items-center gap-3">
          <SelectBox row={row} selection={selection} />
          <span class="line-clamp-2 min-w-0 font-medium">{row.title || t('creations.untitled')}</span>
        </div>
      ),
    },
    {
      key: 'deleted',
      header: t('library.deletedAt'),
      cell: (row) => <time title={exactTime(row.deletedAt)}>{time(row.deletedAt)}</time>,
    },
    { key: 'left', header: t('library.daysLeft'), cell: (row) => t('library.days', number(row.daysLeft)) },
    {
      key: 'actions',
      header: t('library.restore'),
      isActions: true,
      cell: (row) => (
        <Button size="sm" onClick={() => onRestore(row.id)}>
          {t('library.restore')}
        </Button>
      ),
    },
  ]
}
