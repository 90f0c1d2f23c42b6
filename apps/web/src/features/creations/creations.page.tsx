import type { FoundCreationDto } from '@mozhou/contracts/creations/answers'
import { readDevice, writeDevice } from '@mozhou/ui/device/device-storage'
import { Page } from '@mozhou/ui/app/page.tsx'
import { Button } from '@mozhou/ui/components/button.tsx'
import { buttonClass } from '@mozhou/ui/components/button-class'
import { Card } from '@mozhou/ui/components/card.tsx'
import { ConfirmDialog } from '@mozhou/ui/components/confirm-dialog.tsx'
import { DataTable } from '@mozhou/ui/components/data-table.tsx'
import { Segmented } from '@mozhou/ui/components/segmented.tsx'
import { useInfiniteQuery } from '@mozhou/ui/api/use-query'
import { Link, useNavigate, useSearch } from '@tanstack/solid-router'
import ImagePlus from 'lucide-solid/icons/image-plus'
import PenLine from 'lucide-solid/icons/pen-line'
import Trash from 'lucide-solid/icons/trash'
import type { JSX } from 'solid-js'
import { createEffect, createSignal, on, Show } from 'solid-js'
import { useI18n } from '../../i18n/i18n.ts'
import { CreationCard } from './creation-card.tsx'
import { useCreationColumns } from './creation-columns.tsx'
import { ExportDialog } from '../works/export-dialog.tsx'
import { LibraryFilters } from './library-filters.tsx'
import { hidesSome, parseLibrarySearch, toListInput } from './library-search.ts'
import { NoCreations } from './no-creations.tsx'
import { myCreations } from './queries.ts'
import { RenameDialog } from './rename-dialog.tsx'
import { RowMenu } from './row-menu.tsx'
import type { Selection } from './selection.tsx'
import { createSelection, loadedIds, SelectBox, SelectionBar } from './selection.tsx'
import { useLibraryActions } from './use-library-actions.ts'

export function CreationsPage() {
  const { t } = useI18n()
  const search = useSearch({ from: '/app/creations' })
  const texts = createView('mozhou.library.view', 'list')
  // Pictures are looked at, so that they have a choice of their own.
  const pictures = createView('mozhou.library.picturesView', 'grid')
  const shown = () => (search().kind === 'image' ? pictures : texts)
  return (
    <Page
      title={t('creations.title')}
      subtitle={t('creations.subtitle')}
      aside={
        <div class="flex flex-wrap items-center gap-2">
          <div class="w-32">
            <Segmented<View>
              label={t('library.view')}
              value={shown().view()}
              onValueChange={(view) => shown().choose(view)}
              options={[
                { value: 'list', label: t('library.list') },
                { value: 'grid', label: t('library.grid') },
              ]}
            />
          </div>
          <Link to="/creations/trash" class={buttonClass({})}>
            <Trash size={16} aria-hidden="true" />
            {t('library.trash')}
          </Link>
          <Show
            when={search().kind === 'image'}
            fallback={
              <Link to="/writing" class={buttonClass({ variant: 'primary' })}>
                <PenLine size={16} aria-hidden="true" />
                {t('writing.newArticle')}
              </Link>
            }
          >
            <Link to="/images" class={buttonClass({ variant: 'primary' })}>
              <ImagePlus size={16} aria-hidden="true" />
              {t('library.newPicture')}
            </Link>
          </Show>
        </div>
      }
    >
      <LibraryCard view={shown().view()} />
    </Page>
  )
}

function LibraryCard(props: { view: View }) {
  const { t } = useI18n()
  const navigate = useNavigate()
  const search = useSearch({ from: '/app/creations' })
  const creations = useInfiniteQuery(() => myCreations(toListInput(search())))
  const selection = createSelection()
  const actions = useLibraryActions()
  const [doomed, setDoomed] = createSignal<string[]>([])
  const [exported, setExported] = createSignal<string | null>(null)
  const [renamed, setRenamed] = createSignal<FoundCreationDto | null>(null)
  // What is not shown any more must not be deleted with the rest.
  createEffect(on(search, () => selection.clear(), { defer: true }))
  const menu = (row: FoundCreationDto) => (
    <RowMenu
      row={row}
      onDuplicate={(id) => actions.duplicate.press(id)}
      onExport={setExported}
      onRename={setRenamed}
      onRemove={(id) => setDoomed([id])}
    />
  )
  const columns = useCreationColumns({ selection, menu })
  const clear = () => void navigate({ to: '/creations', search: {}, replace: true })
  return (
    <Card isFlush>
      <LibraryFilters
        search={search()}
        onChange={(change) =>
          void navigate({ to: '/creations', search: parseLibrarySearch({ ...search(), ...change }), replace: true })
        }
        onClear={clear}
      />
      <SelectionBar selection={selection} loaded={loadedIds(creations)}>
        <Button size="sm" variant="danger" onClick={() => setDoomed(selection.ids())}>
          {t('library.remove')}
        </Button>
      </SelectionBar>
      <DataTable
        caption={t('creations.title')}
        columns={columns()}
        query={creations}
        card={props.view === 'grid' ? gridCard(selection, menu) : undefined}
        empty={
          <NoCreations isOfPictures={search().kind === 'image'} isFiltered={hidesSome(search())} onClear={clear} />
        }
      />
      <RemoveDialog
        ids={doomed()}
        isPending={actions.remove.isPending}
        onClose={() => setDoomed([])}
        onConfirm={() =>
          actions.remove.mutate(doomed(), {
            onSuccess: () => {
              selection.clear()
              setDoomed([])
            },
          })
        }
      />
      <RenameDialog row={renamed()} onClose={() => setRenamed(null)} />
      <ExportDialog creationId={exported()} onClose={() => setExported(null)} />
    </Card>
  )
}

function gridCard(selection: Selection, menu: (row: FoundCreationDto) => JSX.Element) {
  return (row: FoundCreationDto) => (
    <CreationCard row={row} box={<SelectBox row={row} selection={selection} />} menu={menu(row)} />
  )
}

interface RemoveDialogProps {
  ids: string[]
  isPending: boolean
  onClose: () => void
  onConfirm: () => void
}

function RemoveDialog(props: RemoveDialogProps) {
  const { t, number } = useI18n()
  return (
    <ConfirmDialog
      isOpen={props.ids.length > 0}
      onClose={() => props.onClose()}
      title={t('library.removeTitle', number(props.ids.length))}
      description={t('library.removeHint')}
      action={t('library.remove')}
      isDanger
      isPending={props.isPending}
      onConfirm={() => props.onConfirm()}
    />
  )
}

type View = 'list' | 'grid'

function createView(key: string, first: View) {
  const stored = readDevice(key)
  const [view, setView] = createSignal<View>(stored === 'grid' || stored === 'list' ? stored : first)
  return {
    view,
    choose(chosen: View) {
      setView(chosen)
      writeDevice(key, chosen)
    },
  }
}
