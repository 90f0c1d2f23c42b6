import type { RuleResult } from '@mozhou/platforms/rules/rule'
import { For, Show } from 'solid-js'

/** Further places say the same. */
const shownPlaces = 3

/** Words that a rule objects to, with a little around them. */
export function FoundExcerpts(props: { found: RuleResult['found'] }) {
  return (
    <Show when={props.found.length > 0}>
      <ul class="mt-1 flex flex-col gap-0.5 text-xs text-ink-2">
        <For each={props.found.slice(0, shownPlaces)}>
          {({ term, excerpt }) => {
            const [before, marked, after] = aroundTerm(excerpt, term)
            return (
              <li class="break-all">
                “{before}
                <mark class="rounded-sm bg-warning-soft px-0.5 text-ink">{marked}</mark>
                {after}”
              </li>
            )
          }}
        </For>
      </ul>
    </Show>
  )
}

/** An excerpt has its line ends as spaces; a term that has one itself is shown without its surroundings. */
function aroundTerm(excerpt: string, term: string): readonly [string, string, string] {
  const at = excerpt.indexOf(term)
  return at < 0 ? ['', term, ''] : [excerpt.slice(0, at), term, excerpt.slice(at + term.length)]
}
