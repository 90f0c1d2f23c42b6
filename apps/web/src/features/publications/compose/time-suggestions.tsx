import type { PlatformAccountDto } from '@mozhou/contracts/publications/answers'
import { Button } from '@mozhou/ui/components/button.tsx'
import { For } from 'solid-js'
import { useI18n } from '../words.ts'
import { suggestedTimes } from './suggested-times.ts'

/** Usual reading hours that lie ahead, a press each. */
export function TimeSuggestions(props: { window: PlatformAccountDto['window']; onChoose: (at: string) => void }) {
  const { t, time } = useI18n()
  return (
    <div class="flex flex-wrap items-center gap-2" role="group" aria-label={t('publishCompose.suggested')}>
      <For each={suggestedTimes(new Date().toISOString(), props.window)}>
        {({ key, at }) => (
          <Button size="sm" onClick={() => props.onChoose(at)}>
            {t(`publishCompose.suggestionOf.${key}`)} {time(at)}
          </Button>
        )}
      </For>
      <span class="basis-full text-xs text-ink-3">{t('publishCompose.suggestedHint')}</span>
    </div>
  )
}
