import { Badge } from '@mozhou/ui/components/badge.tsx'
import { createMemo, For, Show } from 'solid-js'
import { useI18n } from '../words.ts'
import type { PlacedNode, TreeNode } from './lay-out-tree.ts'
import { layOutTree } from './lay-out-tree.ts'
import { dotOf, lineOf } from './tree-lines.ts'

export interface ShownVersion extends TreeNode {
  title: string
  /** When, by what model. */
  facts: string
  thumbnails: readonly string[]
}

interface VersionTreeProps {
  /** Oldest first. */
  versions: readonly ShownVersion[]
  currentId: string | null
  shownId: string | null
  onShow: (id: string) => void
}

const grid = { laneWidth: 18, rowHeight: 72 }

/** Lines and dots at the left, a row for each version; arrow keys go through them. */
export function VersionTree(props: VersionTreeProps) {
  const { t } = useI18n()
  const layout = createMemo(() => layOutTree(props.versions))
  const width = () => layout().lanes * grid.laneWidth
  /** One stop of the tab key: the row that is shown. */
  const stopId = () => layout().rows.find(({ node }) => node.id === props.shownId)?.node.id ?? layout().rows[0]?.node.id
  let list: HTMLUListElement | undefined

  function onKeyDown(event: KeyboardEvent): void {
    const rows = layout().rows
    const from = rows.findIndex(({ node }) => node.id === stopId())
    const target = rows[rowAfter(event.key, from, rows)]
    if (!target) return
    event.preventDefault()
    props.onShow(target.node.id)
    list?.querySelector<HTMLElement>(`[data-row="${target.row}"]`)?.focus()
  }

  return (
    <div class="relative overflow-x-auto">
      <svg
        aria-hidden="true"
        class="pointer-events-none absolute top-0 left-0 text-line-strong"
        width={width()}
        height={layout().rows.length * grid.rowHeight}
      >
        <For each={layout().rows}>
          {(placed) => (
            <Show when={lineOf(placed, grid)}>
              {(path) => <path d={path()} fill="none" stroke="currentColor" stroke-width="2" />}
            </Show>
          )}
        </For>
        <For each={layout().rows}>
          {(placed) => (
            <circle
              cx={dotOf(placed, grid).x}
              cy={dotOf(placed, grid).y}
              r={placed.node.id === props.currentId ? 6 : 4}
              class={placed.node.id === props.currentId ? 'fill-accent' : 'fill-line-strong'}
            />
          )}
        </For>
      </svg>
      <ul
        ref={(element) => (list = element)}
        role="tree"
        aria-label={t('images.tree.label')}
        style={{ 'padding-left': `${width()}px` }}
        onKeyDown={onKeyDown}
      >
        <For each={layout().rows}>
          {(placed) => (
            <VersionRow
              placed={placed}
              isCurrent={placed.node.id === props.currentId}
              isShown={placed.node.id === props.shownId}
              isStop={placed.node.id === stopId()}
              onShow={() => props.onShow(placed.node.id)}
            />
          )}
        </For>
      </ul>
    </div>
  )
}

/** Left goes to what a version was made from, right to what was first made from it. */
function rowAfter(key: string, from: number, rows: readonly PlacedNode<ShownVersion>[]): number {
  switch (key) {
    case 'ArrowDown':
      return from + 1
    case 'ArrowUp':
      return from - 1
    case 'ArrowLeft':
      return rows[from]?.parent?.row ?? -1
    case 'ArrowRight':
      return rows.findIndex(({ parent }) => parent?.row === from)
    case 'Home':
      return 0
    case 'End':
      return rows.length - 1
    default:
      return -1
  }
}

interface VersionRowProps {
  placed: PlacedNode<ShownVersion>
  isCurrent: boolean
  isShown: boolean
  isStop: boolean
  onShow: () => void
}

function VersionRow(props: VersionRowProps) {
  const { t } = useI18n()
  const version = () => props.placed.node
  return (
    <li
      role="treeitem"
      aria-level={props.placed.level}
      aria-selected={props.isShown}
      data-row={props.placed.row}
      tabindex={props.isStop ? 0 : -1}
      class="flex cursor-pointer items-center gap-3 rounded-md px-2 -outline-offset-2 hover:bg-sunken aria-selected:bg-accent-soft"
      style={{ height: `${grid.rowHeight}px` }}
      onClick={() => props.onShow()}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return
        event.preventDefault()
        props.onShow()
      }}
    >
      <span class="flex shrink-0 -space-x-5">
        <For each={version().thumbnails.slice(0, 3)}>
          {(url) => (
            <img src={url} alt="" loading="lazy" class="chequered size-11 rounded-sm border border-line object-cover" />
          )}
        </For>
      </span>
      <span class="min-w-0 flex-1">
        <span class="flex items-center gap-2 text-sm font-medium">
          <span class="truncate">{version().title}</span>
          <Show when={props.isCurrent}>
            <Badge tone="accent">{t('images.tree.current')}</Badge>
          </Show>
        </span>
        <span class="block truncate text-xs text-ink-3">{version().facts}</span>
      </span>
    </li>
  )
}
