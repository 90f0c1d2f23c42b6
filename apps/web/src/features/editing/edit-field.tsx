import type { ResultRow, TableColumn, ToolResult, ToolSection } from '@mozhou/contracts/results/section'
import { Button } from '@mozhou/ui/components/button.tsx'
import { Field } from '@mozhou/ui/components/field.tsx'
import { GrowingLine } from '@mozhou/ui/components/growing-line.tsx'
import { IconButton } from '@mozhou/ui/components/icon-button.tsx'
import { TagsInput } from '@mozhou/ui/components/tags-input.tsx'
import { TextArea } from '@mozhou/ui/components/text-area.tsx'
import Plus from 'lucide-solid/icons/plus'
import Trash from 'lucide-solid/icons/trash'
import { createSignal, Index, Match, Show, Switch } from 'solid-js'
import { LimitCount } from './limit-count.tsx'
import { useI18n } from './words.ts'
import type { Selection } from './markdown-editor.tsx'
import { MarkdownEditor } from './markdown-editor.tsx'

type Value = ToolResult[string]

interface EditFieldProps {
  section: ToolSection
  value: Value
  onChange: (value: Value) => void
  rewriteLabel: string
  isRewriteBarred: boolean
  onRewrite: (selection: Selection) => void
}

/** One section of a result as something to type into, by its shape. */
export function EditField(props: EditFieldProps) {
  const { pick } = useI18n()
  const text = () => (typeof props.value === 'string' ? props.value : '')
  const items = () => (Array.isArray(props.value) ? props.value.filter((item) => typeof item === 'string') : [])
  const rows = () => (Array.isArray(props.value) ? props.value.filter((item) => typeof item === 'object') : [])
  const [selection, setSelection] = createSignal<Selection>({ start: 0, end: 0, text: '' })
  const rewriteSelected = () => (
    <Show when={selection().text.trim() !== ''}>
      <Button
        size="sm"
        variant="ghost"
        class="-my-1.5"
        disabled={props.isRewriteBarred}
        onClick={() => props.onRewrite(selection())}
      >
        {props.rewriteLabel}
      </Button>
    </Show>
  )
  return (
    <Field
      label={pick(props.section.label)}
      aside={
        <span class="inline-flex items-baseline gap-2">
          {rewriteSelected()}
          <Show when={props.section.limit}>{(limit) => <LimitCount text={text()} limit={limit()} />}</Show>
        </span>
      }
    >
      <Switch>
        <Match when={props.section.as === 'line'}>
          <GrowingLine
            value={text()}
            onValueChange={(value) => {
              setSelection({ start: 0, end: 0, text: '' })
              props.onChange(value)
            }}
            onSelection={(start, end) => setSelection({ start, end, text: text().slice(start, end) })}
          />
        </Match>
        <Match when={props.section.as === 'markdown'}>
          <MarkdownEditor
            value={text()}
            onValueChange={props.onChange}
            rewriteLabel={props.rewriteLabel}
            isRewriteBarred={props.isRewriteBarred}
            onRewrite={props.onRewrite}
          />
        </Match>
        <Match when={props.section.as === 'list'}>
          <TagsInput value={items()} onValueChange={props.onChange} maxItems={100} maxLength={200} />
        </Match>
        <Match when={props.section.as === 'lines'}>
          <TextArea
            rows={5}
            value={items().join('\n')}
            onValueChange={(value) => props.onChange(value === '' ? [] : value.split('\n'))}
          />
        </Match>
        <Match when={props.section.as === 'table' && props.section}>
          {(section) => <TableEditor columns={section().columns} rows={rows()} onChange={props.onChange} />}
        </Match>
      </Switch>
    </Field>
  )
}

interface TableEditorProps {
  columns: readonly TableColumn[]
  rows: readonly ResultRow[]
  onChange: (rows: ResultRow[]) => void
}

function TableEditor(props: TableEditorProps) {
  const { t, pick, number } = useI18n()
  const set = (index: number, column: TableColumn, text: string) =>
    props.onChange(
      props.rows.map((row, at) =>
        at === index ? { ...row, [column.field]: column.as === 'number' ? Number(text) || 0 : text } : row,
      ),
    )
  const blank = (): ResultRow =>
    Object.fromEntries(props.columns.map(({ field, as }) => [field, as === 'number' ? 0 : '']))
  const nameOf = (index: number, column: TableColumn) => `${pick(column.label)} ${number(index + 1)}`
  return (
    <div class="flex flex-col gap-3">
      <Index each={props.rows}>
        {(row, index) => (
          <div class="grid grid-cols-[minmax(0,1fr)_auto] gap-2 rounded-md border border-line p-2">
            <div class="grid gap-2 sm:grid-cols-2">
              <Index each={props.columns}>
                {(column) => (
                  <label class="flex flex-col gap-1 text-xs text-ink-3">
                    {pick(column().label)}
                    <textarea
                      aria-label={nameOf(index, column())}
                      rows={column().as === 'number' ? 1 : 2}
                      class="w-full rounded-md border border-line-strong bg-surface px-2 py-1.5 text-sm text-ink"
                      inputmode={column().as === 'number' ? 'decimal' : 'text'}
                      value={String(row()[column().field] ?? '')}
                      onInput={(event) => set(index, column(), event.currentTarget.value)}
                    />
                  </label>
                )}
              </Index>
            </div>
            <IconButton
              label={t('edit.removeRow', number(index + 1))}
              onClick={() => props.onChange(props.rows.filter((_, at) => at !== index))}
            >
              <Trash size={15} aria-hidden="true" />
            </IconButton>
          </div>
        )}
      </Index>
      <Button
        size="sm"
        class="self-start"
        icon={<Plus size={15} aria-hidden="true" />}
        onClick={() => props.onChange([...props.rows, blank()])}
      >
        {t('edit.addRow')}
      </Button>
    </div>
  )
}
