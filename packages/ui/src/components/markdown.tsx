import { createMemo } from 'solid-js'
import { renderMarkdown } from './sanitise-markdown.ts'

/** A finished text. References between blocks resolve here; while it streams they cannot. */
export function Markdown(props: { text: string }) {
  const html = createMemo(() => renderMarkdown(props.text))
  return <div class="prose" innerHTML={html()} />
}
