import type { ListedTermInput } from '@mozhou/contracts/platform-rules/inputs'
import { platformKeys, platforms } from '@mozhou/platforms/platforms'
import type { PlatformKey } from '@mozhou/platforms/platforms'
import { listedResults } from '@mozhou/platforms/rules/words/word-list'
import type { Severity } from '@mozhou/platforms/rules/rule'
import { Badge } from '@mozhou/ui/components/badge.tsx'
import type { BadgeTone } from '@mozhou/ui/components/badge.tsx'
import { Card } from '@mozhou/ui/components/card.tsx'
import { Field } from '@mozhou/ui/components/field.tsx'
import { Segmented } from '@mozhou/ui/components/segmented.tsx'
import { TextArea } from '@mozhou/ui/components/text-area.tsx'
import { createMemo, createSignal, For, Show } from 'solid-js'
import { useI18n } from './words.ts'

const tones: Record<Severity, BadgeTone> = { block: 'danger', warn: 'warning', info: 'neutral' }

/** A text held against the list as it is being written, by the code that checks packages. */
export function WordTrial(props: { terms: readonly ListedTermInput[] }) {
  const { t, pick, number } = useI18n()
  const [text, setText] = createSignal('')
  const [platform, setPlatform] = createSignal<PlatformKey>(platformKeys[0])
  const list = createMemo(() => ({ version: 'draft', updatedOn: '', terms: props.terms }))
  const hits = createMemo(() => listedResults([{ field: 'body', item: null, text: text() }], list(), platform()))
  const count = () => hits().reduce((sum, { found }) => sum + found.length, 0)
  return (
    <Card title={t('platformRules.test')} description={t('platformRules.testHint')}>
      <div class="flex flex-col gap-4">
        <Field label={t('platformRules.testOn')}>
          <Segmented
            value={platform()}
            onValueChange={setPlatform}
            options={platformKeys.map((value) => ({ value, label: pick(platforms[value].name) }))}
          />
        </Field>
        <Field label={t('platformRules.testText')}>
          <TextArea rows={4} value={text()} onValueChange={setText} />
        </Field>
        <div role="status" class="text-sm">
          <Show when={text() !== ''}>
            <p class="text-ink-2">
              {count() > 0 ? t('platformRules.hits', number(count())) : t('platformRules.noHits')}
            </p>
            <ul class="mt-2 flex flex-col gap-1.5">
              <For each={hits()}>
                {(hit) => (
                  <li class="flex flex-wrap items-center gap-2">
                    <Badge tone={tones[hit.severity]}>{t(`platformRules.severities.${hit.severity}`)}</Badge>
                    <For each={hit.found}>{({ excerpt }) => <span class="break-all">“{excerpt}”</span>}</For>
                  </li>
                )}
              </For>
            </ul>
          </Show>
        </div>
      </div>
    </Card>
  )
}
