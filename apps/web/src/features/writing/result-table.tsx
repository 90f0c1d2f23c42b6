import type { ResultRow, TableColumn } from '@mozhou/contracts/tools/tool'
import { For } from 'solid-js'
import { useI18n } from '../../i18n/i18n.ts'

/** Rows of a result; scrolls sideways within itself on a phone. */
export function ResultTable(props: { columns: readonly TableColumn[]; rows: readonly ResultRow[] }) {
  const { pick, number } = useI18n()
  const cell = (row: ResultRow, column: TableColumn) => {
    const value = row[column.field] ?? ''
    return typeof value === 'number' ? number(value) : value
  }
  return (
    <div class="overflow-x-auto rounded-md border border-line" tabindex="0" role="group">
      <table class="w-full min-w-[32rem] border-collapse text-sm">
        <thead class="bg-sunken text-left text-xs text-ink-3">
          <tr>
            <For each={props.columns}>
              {(column) => (
                <th scope="col" class="px-3 py-2 font-medium whitespace-nowrap">
                  {pick(column.label)}
                </th>
              )}
            </For>
          </tr>
        </thead>
        <tbody>
          <For each={props.rows}>
            {(row) => (
              <tr class="border-t border-line align-top">
                <For each={props.columns}>
                  {(column) => (
                    <td class="px-3 py-2 leading-relaxed break-words whitespace-pre-line tabular-nums">
                      {cell(row, column)}
                    </td>
                  )}
                </For>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </div>
  )
}
