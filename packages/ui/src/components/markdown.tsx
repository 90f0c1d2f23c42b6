import { readMarkdown } from '@mozhou/text/read-markdown'
import { createMemo } from 'solid-js'
import { TextBlocks } from './text-blocks.tsx'

/** A finished text. References between blocks resolve here; while it streams they cannot. */
export function Markdown(props: { text: string }) {
  const blocks = createMemo(() => readMarkdown(props.text))
  return (
    <div class="prose">
      <TextBlocks blocks={blocks()} />
    </div>
  )
}
