import { advanceBlocks, noBlocks } from '@mozhou/text/growing-blocks'
import type { MarkdownBlocks } from '@mozhou/text/growing-blocks'
import { closeHalfMarks } from '@mozhou/text/half-marks'
import { readMarkdown } from '@mozhou/text/read-markdown'
import { createMemo, Index } from 'solid-js'
import { TextBlocks } from './text-blocks.tsx'

/** A text while it is being written. Give it at most one new text per frame (coalesceFrames). */
export function StreamingMarkdown(props: { text: string }) {
  const blocks = createMemo<MarkdownBlocks>((previous) => advanceBlocks(previous, props.text), noBlocks)
  return (
    <div class="prose prose-streaming">
      <Index each={blocks().settled}>{(block) => <MarkdownBlock text={block()} />}</Index>
      <MarkdownBlock text={closeHalfMarks(blocks().tail)} />
    </div>
  )
}

function MarkdownBlock(props: { text: string }) {
  const blocks = createMemo(() => readMarkdown(props.text))
  return (
    <div>
      <TextBlocks blocks={blocks()} />
    </div>
  )
}
