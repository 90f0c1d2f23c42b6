import { Button } from '@mozhou/ui/components/button.tsx'
import type { JSX } from 'solid-js'
import { createSignal, Show } from 'solid-js'
import { useI18n } from '../../i18n/i18n.ts'

/** Works that one request may name; the API's own limit. */
const most = 100

export interface Selection {
  ids: () => string[]
  has: (id: string) => boolean
  toggle: (id: string) => void
  clear: () => void
}

export function createSelection(): Selection {
  const [ids, setIds] = createSignal<string[]>([])
  const has = (id: string) => ids().includes(id)
  return {
    ids,
    has,
    toggle: (id) =>
      setIds((old) => (old.includes(id) ? old.filter((other) => other !== id) : [...old, id].slice(0, most))),
    clear: () => setIds([]),
  }
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

export function SelectionBar(props: { selection: Selection; children: JSX.Element }) {
  const { t, number } = useI18n()
  return (
    <Show when={props.selection.ids().length > 0}>
      <div class="flex flex-wrap items-center gap-2 border-b border-line bg-accent-soft px-4 py-2 text-sm">
        <span role="status" class="mr-auto">
          {t('library.selected', number(props.selection.ids().length))}
        </span>
        {props.children}
        <Button size="sm" onClick={() => props.selection.clear()}>
          {t('library.clearSelection')}
        </Button>
      </div>
    </Show>
  )
}
