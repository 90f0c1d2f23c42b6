import type { JSX } from 'solid-js'
import { For, Match, Show, Switch } from 'solid-js'
import { useUiI18n } from '../i18n/i18n.tsx'
import { classNames } from '../theme/class-names.ts'
import { Button } from './button.tsx'
import { ErrorState } from './error-state.tsx'
import { SkeletonLines } from './skeleton.tsx'

export interface Column<Row> {
  key: string
  header: string
  cell: (row: Row) => JSX.Element
  /** The same in a file for spreadsheets; left out of it where there is none. */
  text?: (row: Row) => string | number | null
  align?: 'right'
  /** Takes the width that is left; on phones, the row's first line. */
  isPrimary?: boolean
  /** Buttons: no header is shown, and on phones they stand at the end. */
  isActions?: boolean
}

/** The part of an infinite query over `Page<Row>` this needs. */
interface PagedQuery<Row> {
  status: 'pending' | 'error' | 'success'
  data: { pages: { items: Row[] }[] } | undefined
  error: unknown
  isFetching: boolean
  hasNextPage: boolean
  isFetchingNextPage: boolean
  isFetchNextPageError: boolean
  fetchNextPage: () => unknown
  refetch: () => unknown
}

interface DataTableProps<Row extends { id: string }> {
  /** What the rows are; read out, not shown. */
  caption: string
  columns: readonly Column<Row>[]
  query: PagedQuery<Row>
  empty: JSX.Element
  /** Shows the rows as cards in a grid, not as a table. */
  card?: ((row: Row) => JSX.Element) | undefined
}

/**
 * A list paged by cursor, with its loading, empty and error states. On narrow screens each row becomes a block; the
 * explicit roles keep it a table for screen readers, which forget that once `display` changes.
 */
export function DataTable<Row extends { id: string }>(props: DataTableProps<Row>) {
  const pages = () => props.query.data?.pages
  const rows = () => pages()?.flatMap((page) => page.items) ?? []
  return (
    <Switch fallback={<SkeletonLines lines={6} />}>
      <Match when={props.query.status === 'error' && rows().length === 0}>
        <ErrorState
          error={props.query.error}
          onRetry={() => void props.query.refetch()}
          isRetrying={props.query.isFetching}
        />
      </Match>
      <Match when={pages() && rows().length === 0}>{props.empty}</Match>
      <Match when={rows().length > 0}>
        <Show when={props.card} fallback={<Table {...props} rows={rows()} />}>
          {(card) => (
            <ul class="grid gap-3 p-4 sm:grid-cols-2 xl:grid-cols-3" aria-label={props.caption}>
              <For each={rows()}>{(row) => <li class="min-w-0">{card()(row)}</li>}</For>
            </ul>
          )}
        </Show>
        <TableFooter query={props.query} count={rows().length} />
      </Match>
    </Switch>
  )
}

function Table<Row extends { id: string }>(props: DataTableProps<Row> & { rows: Row[] }) {
  return (
    <table role="table" class="block w-full text-sm md:table" aria-busy={props.query.isFetching}>
      <caption class="sr-only">{props.caption}</caption>
      <thead role="rowgroup" class="sr-only bg-sunken text-xs text-ink-2 md:not-sr-only md:table-header-group">
        <tr role="row" class="md:table-row">
          <For each={props.columns}>{(column) => <HeaderCell column={column} />}</For>
        </tr>
      </thead>
      <tbody role="rowgroup" class="block divide-y divide-line md:table-row-group">
        <For each={props.rows}>{(row) => <TableRow row={row} columns={props.columns} />}</For>
      </tbody>
    </table>
  )
}

function HeaderCell<Row>(props: { column: Column<Row> }) {
  return (
    <th
      role="columnheader"
      scope="col"
      class={classNames(
        'px-4 py-2.5 font-medium whitespace-nowrap',
        props.column.align === 'right' ? 'text-right' : 'text-left',
        props.column.isPrimary && 'w-full',
      )}
    >
      <span class={props.column.isActions ? 'sr-only' : ''}>{props.column.header}</span>
    </th>
  )
}

function TableRow<Row>(props: { row: Row; columns: readonly Column<Row>[] }) {
  return (
    <tr role="row" class="flex flex-wrap items-center gap-x-5 gap-y-1 px-4 py-3 hover:bg-sunken/50 md:table-row md:p-0">
      <For each={props.columns}>
        {(column) => (
          <td
            role="cell"
            class={classNames(
              'min-w-0 md:table-cell md:px-4 md:py-2.5 md:align-middle',
              column.align === 'right' ? 'tabular-nums md:text-right' : '',
              column.isPrimary ? 'basis-full' : 'text-ink-2 max-md:flex max-md:items-center md:whitespace-nowrap',
              column.isActions && 'ml-auto md:text-right',
            )}
          >
            <Show when={!column.isPrimary && !column.isActions}>
              <span class="mr-1.5 text-xs text-ink-3 md:hidden" aria-hidden="true">
                {column.header}
              </span>
            </Show>
            {column.cell(props.row)}
          </td>
        )}
      </For>
    </tr>
  )
}

function TableFooter<Row>(props: { query: PagedQuery<Row>; count: number }) {
  const { t, number, error } = useUiI18n()
  const count = () => number(props.count)
  return (
    <div class="flex flex-wrap items-center justify-between gap-3 border-t border-line px-4 py-3 text-xs text-ink-3">
      <Show
        when={props.query.isFetchNextPageError}
        fallback={
          <span role="status">{props.query.hasNextPage ? t('ui.shownSoFar', count()) : t('ui.allShown', count())}</span>
        }
      >
        <span role="alert" class="text-danger">
          {error(props.query.error)}
        </span>
      </Show>
      <Show when={props.query.hasNextPage}>
        <Button size="sm" isPending={props.query.isFetchingNextPage} onClick={() => void props.query.fetchNextPage()}>
          {props.query.isFetchNextPageError ? t('ui.retry') : t('ui.loadMore')}
        </Button>
      </Show>
    </div>
  )
}
