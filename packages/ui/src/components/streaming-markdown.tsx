import { createMemo, Index } from 'solid-js'
import type { MarkdownBlocks } from './markdown-blocks.ts'
import { advanceBlocks, noBlocks } from './markdown-blocks.ts'
import { renderMarkdown } from './sanitise-markdown.ts'

/** A text while it is being written. Give it at most one new text per frame (coalesceFrames). */
export function StreamingMarkdown(props: { text: string }) {
  const blocks = createMemo<MarkdownBlocks>((previous) => advanceBlocks(previous, props.text), noBlocks)
  return (
    <div class="prose prose-streaming">
      <Index each={blocks().settled}>{(block) => <MarkdownBlock text={block()} />}</Index>
      <MarkdownBlock text={blocks().tail} />
    </div>
  )
}

function MarkdownBlock(props: { text: string }) {
  const html = createMemo(() => renderMarkdown(props.text))
  return <div innerHTML={html()} />
}
