import type { Block } from '@mozhou/text/blocks'
import { readMarkdown } from '@mozhou/text/read-markdown'
import { createMemo, For, Show } from 'solid-js'
import { Later } from './later.tsx'
import { stretchesOf, stretchLength } from './stretches.ts'
import { TextBlocks } from './text-blocks.tsx'

/** Of a text with more blocks only the first stretch is there at once. */
const longText = 4 * stretchLength

/** A finished text. References between blocks resolve here; while it streams they cannot. */
export function Markdown(props: { text: string }) {
  const blocks = createMemo(() => readMarkdown(props.text))
  return (
    <Show
      when={blocks().length > longText}
      fallback={
        <div class="prose">
          <TextBlocks blocks={blocks()} />
        </div>
      }
    >
      <LongText blocks={blocks()} />
    </Show>
  )
}

/** Its places are there from the beginning, so that it is about as long as it will be. */
function LongText(props: { blocks: readonly Block[] }) {
  return (
    <div class="prose prose-stretches">
      <For each={stretchesOf(props.blocks)}>
        {(stretch, at) => (
          <div>
            <Show when={at() > 0} fallback={<TextBlocks blocks={stretch} />}>
              <Later>
                <TextBlocks blocks={stretch} />
              </Later>
            </Show>
          </div>
        )}
      </For>
    </div>
  )
}
