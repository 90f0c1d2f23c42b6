import type { ToolDefinition } from '@mozhou/contracts/tools/tool'
import { createMemo, For, Match, Show, Switch } from 'solid-js'
import { useI18n } from '../../i18n/i18n.ts'
import type { DiffRow } from './diff-rows.ts'
import { diffRows } from './diff-rows.ts'
import type { Compared, SectionChange } from './section-changes.ts'
import { sectionChanges } from './section-changes.ts'
import type { DiffPart } from './segment-diff.ts'

interface VersionDiffProps {
  tool: ToolDefinition
  before: Compared
  beforeLabel: string
  after: Compared
  afterLabel: string
}

/** What changed from one version to another, field by field: side by side where there is room, else in one text. */
export function VersionDiff(props: VersionDiffProps) {
  const { t, pick, number } = useI18n()
  const changes = createMemo(() => sectionChanges(props.tool, props, { pick, number }))
  const changed = () => changes().filter(({ isChanged }) => isChanged)
  const same = () => changes().filter(({ isChanged, after }) => !isChanged && after !== '')
  return (
    <Show when={changed().length > 0} fallback={<p class="text-sm text-ink-2">{t('creations.noDifference')}</p>}>
      <p class="mb-3 flex gap-4 text-xs">
        <ins class="rounded-sm bg-success-soft px-1.5 py-0.5 text-success no-underline">{t('creations.added')}</ins>
        <del class="rounded-sm bg-danger-soft px-1.5 py-0.5 text-danger">{t('creations.removed')}</del>
      </p>
      <div class="flex flex-col gap-5">
        <For each={changed()}>
          {(change) => <ChangedField change={change} beforeLabel={props.beforeLabel} afterLabel={props.afterLabel} />}
        </For>
        <Show when={same().length > 0}>
          <SameFields fields={same()} />
        </Show>
      </div>
    </Show>
  )
}

function ChangedField(props: { change: SectionChange; beforeLabel: string; afterLabel: string }) {
  const { pick } = useI18n()
  const rows = createMemo(() => diffRows(props.change.before, props.change.after))
  return (
    <section>
      <h3 class="mb-1.5 text-sm font-semibold">{pick(props.change.label)}</h3>
      <div class="hidden rounded-md border border-line md:block">
        <div class="grid grid-cols-2 border-b border-line bg-sunken text-xs text-ink-3">
          <p class="border-r border-line px-3 py-1.5">{props.beforeLabel}</p>
          <p class="px-3 py-1.5">{props.afterLabel}</p>
        </div>
        <For each={rows()}>{(row) => <SideBySide row={row} />}</For>
      </div>
      <div class="flex flex-col gap-1 rounded-md border border-line px-3 py-2 leading-loose md:hidden">
        <For each={rows()}>
          {(row) => (
            <p class="break-words whitespace-pre-wrap">
              <Parts parts={row} />
            </p>
          )}
        </For>
      </div>
    </section>
  )
}

function SideBySide(props: { row: DiffRow }) {
  const without = (kind: DiffPart['kind']) => props.row.filter((part) => part.kind !== kind)
  return (
    <div class="grid grid-cols-2 leading-loose">
      <p class="border-r border-line px-3 py-1 break-words whitespace-pre-wrap">
        <Parts parts={without('added')} />
      </p>
      <p class="px-3 py-1 break-words whitespace-pre-wrap">
        <Parts parts={without('removed')} />
      </p>
    </div>
  )
}

function Parts(props: { parts: readonly DiffPart[] }) {
  return (
    <For each={props.parts}>
      {(part) => (
        <Switch fallback={<span>{part.text}</span>}>
          <Match when={part.kind === 'added'}>
            <ins class="rounded-sm bg-success-soft text-success no-underline">{part.text}</ins>
          </Match>
          <Match when={part.kind === 'removed'}>
            <del class="rounded-sm bg-danger-soft text-danger">{part.text}</del>
          </Match>
        </Switch>
      )}
    </For>
  )
}

function SameFields(props: { fields: SectionChange[] }) {
  const { t, pick } = useI18n()
  return (
    <details class="rounded-md border border-line text-sm">
      <summary class="cursor-pointer px-3 py-2 text-ink-2">
        {t(
          'creations.sameFields',
          props.fields.map(({ label }) => pick(label)),
        )}
      </summary>
      <div class="flex flex-col gap-3 border-t border-line px-3 py-2">
        <For each={props.fields}>
          {(field) => (
            <section>
              <h3 class="text-xs font-medium text-ink-3">{pick(field.label)}</h3>
              <p class="leading-loose break-words whitespace-pre-wrap">{field.after}</p>
            </section>
          )}
        </For>
      </div>
    </details>
  )
}
