import type { WordListVersionDto } from '@mozhou/contracts/platform-rules/answers'
import { Badge } from '@mozhou/ui/components/badge.tsx'
import { For, Show } from 'solid-js'
import { useI18n } from './words.ts'

interface WordVersionsProps {
  versions: readonly WordListVersionDto[]
  opened: number
  onOpen: (number: number) => void
}

export function WordVersions(props: WordVersionsProps) {
  const { t, number, time } = useI18n()
  return (
    <ul aria-label={t('platformRules.versions')} class="divide-y divide-line">
      <For
        each={props.versions}
        fallback={<li class="px-4 py-3 text-sm text-ink-3">{t('platformRules.noVersions')}</li>}
      >
        {(version, at) => (
          <li>
            <button
              type="button"
              aria-current={version.number === props.opened ? 'true' : undefined}
              onClick={() => props.onOpen(version.number)}
              class="block w-full px-4 py-3 text-left -outline-offset-2 hover:bg-sunken/50 aria-[current]:bg-accent-soft"
            >
              <span class="flex flex-wrap items-center gap-2 text-sm">
                {t('platformRules.versionOf', number(version.number))}
                <Show when={at() === 0}>
                  <Badge tone="success">{t('platformRules.live')}</Badge>
                </Show>
                <Show when={version.restores}>
                  {(restored) => <Badge>{t('platformRules.restores', number(restored()))}</Badge>}
                </Show>
              </span>
              <span class="mt-0.5 block text-xs text-ink-2">
                {t('platformRules.changedBy', version.savedBy, time(version.savedAt))} ·{' '}
                {t('platformRules.wordCount', number(version.terms))}
              </span>
              <span class="mt-0.5 block text-xs break-words text-ink-2">{version.note}</span>
            </button>
          </li>
        )}
      </For>
    </ul>
  )
}
