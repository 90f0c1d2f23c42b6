import type { ResultRow, TableColumn } from '@mozhou/contracts/results/section'
import { For } from 'solid-js'
import { useI18n } from '../../i18n/i18n.ts'

/**
 * Rows of a result. Where there is no room for columns, as on phones, each row becomes a block that names what it says; the explicit
 * roles keep it a table for screen readers, which forget that once `display` changes.
 */
export function ResultTable(props: { columns: readonly TableColumn[]; rows: readonly ResultRow[] }) {
  const { pick } = useI18n()
  return (
    <div class="@container">
      <div class="overflow-x-auto rounded-md border border-line" tabindex="0" role="group">
        <table role="table" class="block w-full border-collapse text-sm @lg:table">
          <thead
            role="rowgroup"
            class="sr-only bg-sunken text-left text-xs text-ink-3 @lg:not-sr-only @lg:table-header-group"
          >
            <tr role="row" class="@lg:table-row">
              <For each={props.columns}>
                {(column) => (
                  <th role="columnheader" scope="col" class="px-3 py-2 font-medium whitespace-nowrap">
                    {pick(column.label)}
                  </th>
                )}
              </For>
            </tr>
          </thead>
          <tbody role="rowgroup" class="block divide-y divide-line @lg:table-row-group">
            <For each={props.rows}>{(row) => <Row columns={props.columns} row={row} />}</For>
          </tbody>
        </table>
      </div>
    </div>
  )
}

function Row(props: { columns: readonly TableColumn[]; row: ResultRow }) {
  const { pick, number } = useI18n()
  const cell = (column: TableColumn) => {
    const value = props.row[column.field] ?? ''
    return typeof value === 'number' ? number(value) : value
  }
  return (
    <tr role="row" class="flex flex-col gap-1 px-3 py-2 align-top @lg:table-row">
      <For each={props.columns}>
        {(column) => (
          <td
            role="cell"
            class="grid grid-cols-[5rem_minmax(0,1fr)] gap-2 leading-relaxed break-words whitespace-pre-line tabular-nums @lg:table-cell @lg:px-3 @lg:py-2"
          >
            <span class="pt-0.5 text-xs text-ink-3 @lg:hidden" aria-hidden="true">
              {pick(column.label)}
            </span>
            <span>{cell(column)}</span>
          </td>
        )}
      </For>
    </tr>
  )
}
