import type { Block } from '@mozhou/text/blocks'
import { readMarkdown } from '@mozhou/text/read-markdown'
import { createMemo, For, Show } from 'solid-js'
import { Later } from './later.tsx'
import { TextBlocks } from './text-blocks.tsx'

/** Of a long text as many blocks as fill a screen are there at once. */
const blocksAtOnce = 12
const longText = 4 * blocksAtOnce

/** A finished text. References between blocks resolve here; while it streams they cannot. */
export function Markdown(props: { text: string }) {
  const blocks = createMemo(() => readMarkdown(props.text))
  return (
    <Show when={blocks().length > longText} fallback={<Whole blocks={blocks()} />}>
      <LongText blocks={blocks()} />
    </Show>
  )
}

function Whole(props: { blocks: readonly Block[] }) {
  return (
    <div class="prose">
      <TextBlocks blocks={props.blocks} />
    </div>
  )
}

/** Its places are there from the beginning, so that it is about as long as it will be. */
function LongText(props: { blocks: readonly Block[] }) {
  const stretches = () =>
    Array.from({ length: Math.ceil(props.blocks.length / blocksAtOnce) }, (_, at) =>
      props.blocks.slice(at * blocksAtOnce, (at + 1) * blocksAtOnce),
    )
  return (
    <div class="prose prose-stretches">
      <For each={stretches()}>
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
