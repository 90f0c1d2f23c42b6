import type { PromptStatus } from '@mozhou/contracts/prompts/kinds'
import type { PromptVersionDto } from '@mozhou/contracts/prompts/answers'
import type { BadgeTone } from '@mozhou/ui/components/badge.tsx'
import { Badge } from '@mozhou/ui/components/badge.tsx'
import { For, Show } from 'solid-js'
import { useI18n } from './words.ts'

const tones: Record<PromptStatus, BadgeTone> = { draft: 'warning', live: 'success', retired: 'neutral' }

interface VersionListProps {
  versions: readonly PromptVersionDto[]
  openedId: string
  onOpen: (id: string) => void
}

export function VersionList(props: VersionListProps) {
  const { t, time } = useI18n()
  const author = (version: PromptVersionDto) => version.author ?? t('prompts.fromRelease')
  return (
    <ul aria-label={t('prompts.versionList')} class="divide-y divide-line">
      <For each={props.versions}>
        {(version) => (
          <li>
            <button
              type="button"
              aria-current={version.id === props.openedId ? 'true' : undefined}
              onClick={() => props.onOpen(version.id)}
              class="block w-full px-4 py-3 text-left -outline-offset-2 hover:bg-sunken/50 aria-[current]:bg-accent-soft"
            >
              <span class="flex flex-wrap items-center gap-2">
                <span class="font-mono text-sm">{version.name}</span>
                <Badge tone={tones[version.status]}>{t(`prompts.statuses.${version.status}`)}</Badge>
                <Show when={version.status === 'retired' && version.publishedAt === null}>
                  <Badge tone="accent">{t('prompts.neverLive')}</Badge>
                </Show>
              </span>
              <span class="mt-0.5 block text-xs text-ink-2">
                {t('prompts.by', author(version), time(version.updatedAt))}
              </span>
              <Show when={version.note}>
                <span class="mt-0.5 block text-xs break-words text-ink-2">{version.note}</span>
              </Show>
            </button>
          </li>
        )}
      </For>
    </ul>
  )
}
