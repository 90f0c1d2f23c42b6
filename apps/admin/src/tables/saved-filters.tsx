import type { SavedFilterDto } from '@mozhou/contracts/saved-filters/answers'
import type { SavedTable } from '@mozhou/contracts/saved-filters/kinds'
import { useQuery } from '@mozhou/ui/api/use-query'
import { buttonClass } from '@mozhou/ui/components/button-class'
import type { MenuAction } from '@mozhou/ui/components/menu-action'
import { Menu } from '@mozhou/ui/components/menu.tsx'
import { toastError, toastSuccess } from '@mozhou/ui/components/toast.tsx'
import { useMutation, useQueryClient } from '@tanstack/solid-query'
import Bookmark from 'lucide-solid/icons/bookmark'
import { createSignal, Show } from 'solid-js'
import { api } from '../api.ts'
import { useI18n } from '../i18n/i18n.ts'
import { SaveFilterDialog } from './save-filter-dialog.tsx'
import { savedFilters, savedKey } from './saved-filters-query.ts'

/** What stands in the address of a list, as it is kept. */
type TableAddress = Readonly<Record<string, string | boolean | undefined>>

/** A person's own filters of a list: chosen, saved and removed in one menu. `search`: without what is open on the list. */
export function SavedFilters(props: {
  table: SavedTable
  search: TableAddress
  onApply: (search: SavedFilterDto['search']) => void
}) {
  const { t, error } = useI18n()
  const client = useQueryClient()
  const saved = useQuery(() => savedFilters(props.table))
  const [isSaving, setIsSaving] = createSignal(false)
  const list = () => saved.data ?? []
  const remove = useMutation(() => ({
    mutationFn: (filter: SavedFilterDto) => api.savedFilters.remove.mutate({ filterId: filter.id }),
    onSuccess: () => toastSuccess({ title: t('table.removed') }),
    onError: (cause) => toastError({ title: error(cause) }),
    onSettled: () => client.invalidateQueries({ queryKey: savedKey(props.table) }),
  }))
  const chosen = () => list().find(({ search }) => isSame(search, props.search))
  const apply = (filter: SavedFilterDto): MenuAction => ({
    id: filter.id,
    label: filter.name,
    isChosen: filter.id === chosen()?.id,
    onSelect: () => props.onApply(filter.search),
  })
  const actions = (): MenuAction[] => [
    { id: 'save', label: t('table.save'), onSelect: () => setIsSaving(true) },
    ...[chosen()].flatMap((filter) =>
      filter
        ? [
            {
              id: 'remove',
              label: t('table.remove', filter.name),
              isDanger: true,
              onSelect: () => remove.mutate(filter),
            },
          ]
        : [],
    ),
  ]
  return (
    <>
      <Menu
        triggerLabel={t('table.saved')}
        triggerClass={buttonClass({})}
        trigger={
          <>
            <Bookmark size={16} aria-hidden="true" />
            <span class="max-w-40 truncate">{chosen()?.name ?? t('table.saved')}</span>
          </>
        }
        groups={[...(list().length > 0 ? [{ actions: list().map(apply) }] : []), { actions: actions() }]}
      />
      <Show when={isSaving()}>
        <SaveFilterDialog
          table={props.table}
          search={told(props.search)}
          onSaved={(filters) => client.setQueryData(savedKey(props.table), filters)}
          onClose={() => setIsSaving(false)}
        />
      </Show>
    </>
  )
}

/** What is not there is not kept. */
function told(search: TableAddress): SavedFilterDto['search'] {
  return Object.fromEntries(
    Object.entries(search).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])),
  )
}

function isSame(saved: SavedFilterDto['search'], search: TableAddress): boolean {
  const now = told(search)
  const names = Object.keys(now)
  return names.length === Object.keys(saved).length && names.every((name) => saved[name] === now[name])
}
