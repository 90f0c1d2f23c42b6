import type { Inline } from '@mozhou/text/blocks'
import { advanceBlocks, noBlocks } from '@mozhou/text/growing-blocks'
import type { MarkdownBlocks } from '@mozhou/text/growing-blocks'
import { closeHalfMarks } from '@mozhou/text/half-marks'
import { readMarkdown } from '@mozhou/text/read-markdown'
import { createMemo, Index, Show } from 'solid-js'
import { stretchesOf, stretchLength } from './stretches.ts'
import { Inlines, TextBlocks } from './text-blocks.tsx'

/** A text while it is being written. Give it at most one new text per frame (coalesceFrames). */
export function StreamingMarkdown(props: { text: string }) {
  const blocks = createMemo<MarkdownBlocks>((previous) => advanceBlocks(previous, props.text), noBlocks)
  const stretches = createMemo<readonly (readonly string[])[]>(
    (previous) => withSameStretches(previous, stretchesOf(blocks().settled)),
    [],
  )
  return (
    <div class="prose prose-streaming">
      <Index each={stretches()}>
        {(stretch) => (
          <div data-full={stretch().length === stretchLength ? '' : undefined}>
            <Index each={stretch()}>{(block) => <MarkdownBlock text={block()} />}</Index>
          </div>
        )}
      </Index>
      <OpenBlocks text={closeHalfMarks(blocks().tail)} />
    </div>
  )
}

/** A stretch that is the same stays the same, so that nobody looks at its blocks again. */
const withSameStretches = (previous: readonly (readonly string[])[], stretches: readonly (readonly string[])[]) =>
  stretches.map((stretch, at) => {
    const before = previous[at]
    const isSame = before?.length === stretch.length && before.every((block, index) => block === stretch[index])
    return isSame ? before : stretch
  })

function MarkdownBlock(props: { text: string }) {
  const blocks = createMemo(() => readMarkdown(props.text))
  return (
    <div>
      <TextBlocks blocks={blocks()} />
    </div>
  )
}

/** A paragraph that only becomes longer stays in the page, and of its parts those that are the same: new ones for each word are much to clear away. */
function OpenBlocks(props: { text: string }) {
  const blocks = createMemo(() => readMarkdown(props.text))
  const paragraph = createMemo<readonly Inline[] | null>((previous) => {
    const [block, ...others] = blocks()
    return block?.kind === 'paragraph' && others.length === 0 ? withSameInlines(previous, block.inlines) : null
  }, null)
  return (
    <div>
      <Show when={paragraph()} fallback={<TextBlocks blocks={blocks()} />}>
        {(inlines) => (
          <p>
            <Inlines inlines={inlines()} />
          </p>
        )}
      </Show>
    </div>
  )
}

const withSameInlines = (previous: readonly Inline[] | null, inlines: readonly Inline[]): readonly Inline[] =>
  inlines.map((inline, at) => {
    const before = previous?.[at]
    return before !== undefined && JSON.stringify(before) === JSON.stringify(inline) ? before : inline
  })
