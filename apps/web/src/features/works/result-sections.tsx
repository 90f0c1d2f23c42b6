import type { ResultRow, TableColumn, ToolSection } from '@mozhou/contracts/results/section'
import type { ToolDefinition } from '@mozhou/contracts/tools/tool'
import type { Wording } from '@mozhou/contracts/wording'
import { Badge } from '@mozhou/ui/components/badge.tsx'
import { Markdown } from '@mozhou/ui/components/markdown.tsx'
import { StreamingMarkdown } from '@mozhou/ui/components/streaming-markdown.tsx'
import { markOfItem } from '@mozhou/contracts/tools/marked-items'
import type { JSX } from 'solid-js'
import { For, Match, Show, Switch } from 'solid-js'
import { useI18n } from '../../i18n/i18n.ts'
import { ResultTable } from './result-table.tsx'

interface ResultSectionsProps {
  tool: ToolDefinition
  /** Section field → text, list or rows; unknown shapes show nothing. */
  result: Record<string, unknown>
  isStreaming?: boolean
}

/** A tool's result as rich text, section by section in the tool's own order, then what is derived from it; lines of the head stand above. */
export function ResultSections(props: ResultSectionsProps) {
  const derived = (isHead: boolean) => (props.tool.derived ?? []).filter((table) => (table.isHead === true) === isHead)
  const markOf = ({ field }: ToolSection) => {
    const table = (props.tool.derived ?? []).find(({ marks }) => marks === field)
    return (item: string) => (table ? markOfItem(table, props.result[table.field], item) : null)
  }
  return (
    <article class="flex flex-col gap-5">
      <For each={derived(true)}>
        {(table) => <HeadLines columns={table.columns} rows={rowsOf(props.result[table.field])} />}
      </For>
      <For each={props.tool.sections}>
        {(section) => (
          <SectionView
            section={section}
            isOnlyText={props.tool.sections.filter(({ as }) => as === 'markdown').length === 1}
            value={props.result[section.field]}
            isStreaming={props.isStreaming === true}
            mark={markOf(section)}
          />
        )}
      </For>
      <For each={derived(false).filter(({ marks }) => marks === undefined)}>
        {(table) => <TableView label={table.label} columns={table.columns} rows={rowsOf(props.result[table.field])} />}
      </For>
    </article>
  )
}

interface SectionViewProps {
  section: ToolSection
  isOnlyText: boolean
  value: unknown
  isStreaming: boolean
  /** What a derived table says of one of the section's items. */
  mark: (item: string) => string | null
}

function SectionView(props: SectionViewProps) {
  const text = () => (typeof props.value === 'string' ? props.value : '')
  const items = () => (Array.isArray(props.value) ? props.value.filter((item) => typeof item === 'string') : [])
  return (
    <Switch>
      <Match when={props.section.field === 'title' && text() !== ''}>
        <h2 class="max-w-[46rem] text-xl leading-snug font-semibold break-words">{text()}</h2>
      </Match>
      <Match when={props.section.as === 'line' && text() !== ''}>
        <Labelled label={props.section.label}>
          <p class="text-sm leading-relaxed text-ink-2">{text()}</p>
        </Labelled>
      </Match>
      <Match when={props.section.as === 'markdown' && text() !== ''}>
        <div>
          <Show when={!props.isOnlyText}>
            <Heading label={props.section.label} />
          </Show>
          <Show when={props.isStreaming} fallback={<Markdown text={text()} />}>
            <StreamingMarkdown text={text()} />
          </Show>
        </div>
      </Match>
      <Match when={props.section.as === 'list' && items().length > 0}>
        <Labelled label={props.section.label}>
          <span class="flex flex-wrap gap-1.5">
            <For each={items()}>{(item) => <Badge>{item}</Badge>}</For>
          </span>
        </Labelled>
      </Match>
      <Match when={props.section.as === 'lines' && items().length > 0}>
        <Labelled label={props.section.label}>
          <ul class="list-disc pl-5 text-sm leading-relaxed text-ink-2">
            <For each={items()}>
              {(item) => (
                <li class="break-words">
                  {item}
                  <Show when={props.mark(item)}>
                    {(mark) => (
                      <>
                        {' '}
                        <Badge tone="warning">{mark()}</Badge>
                      </>
                    )}
                  </Show>
                </li>
              )}
            </For>
          </ul>
        </Labelled>
      </Match>
      <Match when={props.section.as === 'table' && props.section}>
        {(section) => <TableView label={section().label} columns={section().columns} rows={rowsOf(props.value)} />}
      </Match>
    </Switch>
  )
}

function HeadLines(props: { columns: readonly TableColumn[]; rows: readonly ResultRow[] }) {
  return (
    <For each={props.rows}>
      {(row) => (
        <For each={props.columns}>
          {(column) => (
            <Labelled label={column.label}>
              <p class="text-sm leading-relaxed text-ink-2">{String(row[column.field] ?? '')}</p>
            </Labelled>
          )}
        </For>
      )}
    </For>
  )
}

function TableView(props: { label: Wording; columns: readonly TableColumn[]; rows: readonly ResultRow[] }) {
  return (
    <Show when={props.rows.length > 0}>
      <div>
        <Heading label={props.label} />
        <ResultTable columns={props.columns} rows={props.rows} />
      </div>
    </Show>
  )
}

const rowsOf = (value: unknown): ResultRow[] =>
  Array.isArray(value) ? value.filter((row): row is ResultRow => typeof row === 'object' && row !== null) : []

function Heading(props: { label: Wording }) {
  const { pick } = useI18n()
  return <h3 class="mb-2 text-sm font-semibold text-ink-2">{pick(props.label)}</h3>
}

function Labelled(props: { label: Wording; children: JSX.Element }) {
  const { pick } = useI18n()
  return (
    <div class="max-w-[46rem] rounded-md bg-sunken px-4 py-3">
      <p class="mb-1 text-xs font-medium text-ink-3">{pick(props.label)}</p>
      {props.children}
    </div>
  )
}
