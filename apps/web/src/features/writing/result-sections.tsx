import type { ToolDefinition, ToolSection } from '@mozhou/contracts/tools/tool'
import { Badge } from '@mozhou/ui/components/badge.tsx'
import { Markdown } from '@mozhou/ui/components/markdown.tsx'
import { StreamingMarkdown } from '@mozhou/ui/components/streaming-markdown.tsx'
import type { JSX } from 'solid-js'
import { For, Match, Show, Switch } from 'solid-js'
import { useI18n } from '../../i18n/i18n.ts'

interface ResultSectionsProps {
  tool: ToolDefinition
  /** Section field → text or list; unknown shapes show nothing. */
  result: Record<string, unknown>
  isStreaming?: boolean
}

/** A tool's result as rich text, section by section in the tool's own order. */
export function ResultSections(props: ResultSectionsProps) {
  const text = (section: ToolSection) => {
    const value = props.result[section.field]
    return typeof value === 'string' ? value : ''
  }
  const list = (section: ToolSection) => {
    const value = props.result[section.field]
    return Array.isArray(value) ? value.map(String) : []
  }
  return (
    <article class="flex flex-col gap-5">
      <For each={props.tool.sections}>
        {(section) => (
          <Switch>
            <Match when={section.field === 'title' && text(section) !== ''}>
              <h2 class="max-w-[46rem] text-xl leading-snug font-semibold break-words">{text(section)}</h2>
            </Match>
            <Match when={section.as === 'line' && text(section) !== ''}>
              <Labelled section={section}>
                <p class="text-sm leading-relaxed text-ink-2">{text(section)}</p>
              </Labelled>
            </Match>
            <Match when={section.as === 'markdown' && text(section) !== ''}>
              <Show when={props.isStreaming} fallback={<Markdown text={text(section)} />}>
                <StreamingMarkdown text={text(section)} />
              </Show>
            </Match>
            <Match when={section.as === 'list' && list(section).length > 0}>
              <Labelled section={section}>
                <span class="flex flex-wrap gap-1.5">
                  <For each={list(section)}>{(item) => <Badge>{item}</Badge>}</For>
                </span>
              </Labelled>
            </Match>
          </Switch>
        )}
      </For>
    </article>
  )
}

function Labelled(props: { section: ToolSection; children: JSX.Element }) {
  const { t } = useI18n()
  const label = () => {
    if (props.section.field === 'summary') return t('writing.summary')
    return props.section.field === 'keywords' ? t('writing.keywords') : props.section.marker
  }
  return (
    <div class="max-w-[46rem] rounded-md bg-sunken px-4 py-3">
      <p class="mb-1 text-xs font-medium text-ink-3">{label()}</p>
      {props.children}
    </div>
  )
}
