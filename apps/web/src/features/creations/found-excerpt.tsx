import type { FoundCreationDto } from '@mozhou/contracts/creations/answers'
import { For, Show } from 'solid-js'

/** Where the search met the text; the API says which of it was searched for. */
export function FoundExcerpt(props: { found: Pick<FoundCreationDto, 'excerpt' | 'matches'> }) {
  return (
    <Show when={props.found.excerpt}>
      {(excerpt) => (
        <p class="mt-0.5 line-clamp-2 text-xs whitespace-normal text-ink-2">
          <For each={partsOf(excerpt(), props.found.matches)}>
            {({ text, isMatch }) => (
              <Show when={isMatch} fallback={text}>
                <mark class="rounded-sm bg-warning-soft text-ink">{text}</mark>
              </Show>
            )}
          </For>
        </p>
      )}
    </Show>
  )
}

/** The excerpt cut at the edges of its matches. */
function partsOf(excerpt: string, matches: FoundCreationDto['matches']) {
  const edges = [0, ...matches.flatMap(({ start, end }) => [start, end]), excerpt.length]
  return edges.slice(1).map((edge, at) => ({ text: excerpt.slice(edges[at], edge), isMatch: at % 2 === 1 }))
}
