import { Button } from '@mozhou/ui/components/button.tsx'
import type { JSX } from 'solid-js'
import { createEffect, createSignal, Show } from 'solid-js'
import { useI18n } from '../../i18n/i18n.ts'

export interface Selection {
  ids: () => string[]
  has: (id: string) => boolean
  toggle: (id: string) => void
  choose: (ids: string[]) => void
  clear: () => void
}

export function createSelection(): Selection {
  const [ids, setIds] = createSignal<string[]>([])
  const has = (id: string) => ids().includes(id)
  return {
    ids,
    has,
    toggle: (id) => setIds((old) => (old.includes(id) ? old.filter((other) => other !== id) : [...old, id])),
    choose: setIds,
    clear: () => setIds([]),
  }
}

/** The part of an infinite query over pages that tells which rows are loaded. */
interface PagedRows {
  data: { pages: { items: { id: string }[] }[] } | undefined
}

export function loadedIds(query: PagedRows): string[] {
  return (query.data?.pages ?? []).flatMap((page) => page.items.map(({ id }) => id))
}

export function SelectBox(props: { row: { id: string; title: string }; selection: Selection }) {
  const { t } = useI18n()
  return (
    <input
      type="checkbox"
      class="size-5 accent-accent"
      aria-label={t('library.select', props.row.title || t('creations.untitled'))}
      checked={props.selection.has(props.row.id)}
      onChange={() => props.selection.toggle(props.row.id)}
    />
  )
}

interface SelectionBarProps {
  selection: Selection
  /** What "all" means: rows further down that are not loaded yet are nothing a person has seen. */
  loaded: string[]
  children: JSX.Element
}

export function SelectionBar(props: SelectionBarProps) {
  const { t, number } = useI18n()
  const isSome = () => props.selection.ids().length > 0
  return (
    <Show when={props.loaded.length > 0}>
      <div
        class="flex min-h-12 flex-wrap items-center gap-2 border-b border-line px-4 py-2 text-sm"
        classList={{ 'bg-accent-soft': isSome() }}
      >
        <SelectAllBox selection={props.selection} loaded={props.loaded} />
        <Show when={isSome()}>
          <span role="status">{t('library.selected', number(props.selection.ids().length))}</span>
          {props.children}
          <Button size="sm" onClick={() => props.selection.clear()}>
            {t('library.clearSelection')}
          </Button>
        </Show>
      </div>
    </Show>
  )
}

function SelectAllBox(props: { selection: Selection; loaded: string[] }) {
  const { t, number } = useI18n()
  const isAll = () => props.loaded.every((id) => props.selection.has(id))
  let box: HTMLInputElement | undefined
  createEffect(() => {
    // No attribute says this, only the property.
    if (box) box.indeterminate = props.selection.ids().length > 0 && !isAll()
  })
  return (
    <label class="mr-auto flex items-center gap-3">
      <input
        ref={(element) => (box = element)}
        type="checkbox"
        class="size-5 accent-accent"
        checked={isAll()}
        onChange={(event) => props.selection.choose(event.currentTarget.checked ? props.loaded : [])}
      />
      {t('library.selectAll', number(props.loaded.length))}
    </label>
  )
}
