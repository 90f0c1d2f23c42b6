import type { Change } from '@mozhou/platforms/platform-package'
import { Badge } from '@mozhou/ui/components/badge.tsx'
import { For, Show } from 'solid-js'
import { useI18n } from './words.ts'

/** What adapting did to the work: what is not posted first, to the letter, then what has another form. */
export function PackageChanges(props: { changes: readonly Change[] }) {
  const { t } = useI18n()
  const of = (effect: Change['effect']) => props.changes.filter((change) => change.effect === effect)
  return (
    <section aria-label={t('publicationPackage.changes')} class="flex flex-col gap-4 text-sm">
      <Show when={props.changes.length > 0} fallback={<p class="text-ink-2">{t('publicationPackage.noChanges')}</p>}>
        <ChangeList title={t('publicationPackage.lost')} changes={of('lost')} />
        <ChangeList title={t('publicationPackage.changed')} changes={of('changed')} />
      </Show>
    </section>
  )
}

function ChangeList(props: { title: string; changes: readonly Change[] }) {
  const { pick, t, number } = useI18n()
  return (
    <Show when={props.changes.length > 0}>
      <div>
        <h3 class="mb-1.5 font-medium">{props.title}</h3>
        <ul class="divide-y divide-line rounded-md border border-line">
          <For each={props.changes}>
            {(change) => (
              <li class="px-3 py-2">
                <p class="flex items-baseline justify-between gap-2">
                  <span class="min-w-0 break-words">{pick(change.wording)}</span>
                  <Show when={change.count > 1}>
                    <Badge>{t('publicationPackage.changeCount', number(change.count))}</Badge>
                  </Show>
                </p>
                <Items items={change.items} />
              </li>
            )}
          </For>
        </ul>
      </div>
    </Show>
  )
}

/** More than a few stand behind a press: a text whose links went may have had fifty. */
const fewItems = 3

function Items(props: { items: readonly string[] }) {
  const { t, number } = useI18n()
  const list = () => (
    <ul class="mt-1 flex flex-col gap-1 text-xs text-ink-2">
      <For each={props.items}>
        {(item) => <li class="border-l-2 border-line-strong pl-2 break-all whitespace-pre-wrap">{item}</li>}
      </For>
    </ul>
  )
  return (
    <Show when={props.items.length > 0}>
      <Show when={props.items.length > fewItems} fallback={list()}>
        <details>
          <summary class="mt-1 cursor-pointer text-xs text-accent-text">
            {t('publicationPackage.showItems', number(props.items.length))}
          </summary>
          {list()}
        </details>
      </Show>
    </Show>
  )
}
