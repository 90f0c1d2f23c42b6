import { createMemo, For, Show } from 'solid-js'

/** Where the search met the text. The API answers it in lower case, so the words are compared that way. */
export function FoundExcerpt(props: { excerpt: string | null; search: string | undefined }) {
  const parts = createMemo(() => split(props.excerpt ?? '', props.search ?? ''))
  return (
    <Show when={props.excerpt}>
      <p class="mt-0.5 line-clamp-2 text-xs whitespace-normal text-ink-2">
        <For each={parts()}>
          {(part, index) => (
            <Show when={index() % 2 === 1} fallback={part}>
              <mark class="rounded-sm bg-warning-soft text-ink">{part}</mark>
            </Show>
          )}
        </For>
      </p>
    </Show>
  )
}

/** Every second part is a word that was searched for. */
function split(excerpt: string, search: string): string[] {
  const words = [
    ...search
      .normalize('NFKC')
      .toLowerCase()
      .matchAll(/"([^"]+)"|([^\s"]+)/gu),
  ].map((match) => match[1] ?? match[2] ?? '')
  if (words.length === 0) return [excerpt]
  const escaped = words.map((word) => word.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`))
  return excerpt.split(new RegExp(`(${escaped.join('|')})`, 'u'))
}
