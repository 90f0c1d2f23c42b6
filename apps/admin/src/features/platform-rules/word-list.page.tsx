import type { WordListVersionDto } from '@mozhou/contracts/platform-rules/answers'
import { useQuery } from '@mozhou/ui/api/use-query'
import { Page } from '@mozhou/ui/app/page.tsx'
import { Card } from '@mozhou/ui/components/card.tsx'
import { Loaded } from '@mozhou/ui/components/loaded.tsx'
import { Link } from '@tanstack/solid-router'
import { createSignal, Show } from 'solid-js'
import { wordList, wordLists } from './queries.ts'
import { useI18n } from './words.ts'
import { WordEditor } from './word-editor.tsx'
import { WordVersions } from './word-versions.tsx'

export function WordListPage() {
  const { t } = useI18n()
  const versions = useQuery(() => wordLists())
  return (
    <Page
      title={t('platformRules.wordsTitle')}
      subtitle={t('platformRules.wordsSubtitle')}
      aside={
        <Link to="/platform-rules" class="text-sm text-accent-text hover:underline">
          {t('platformRules.backToRules')}
        </Link>
      }
    >
      <Loaded query={versions}>{(list) => <Versions versions={list()} />}</Loaded>
    </Page>
  )
}

function Versions(props: { versions: WordListVersionDto[] }) {
  const { t } = useI18n()
  const [chosen, setChosen] = createSignal<number | null>(null)
  const live = () => props.versions[0]?.number ?? 0
  const opened = () => chosen() ?? live()
  const held = useQuery(() => ({ ...wordList(live()), enabled: live() > 0 }))
  const shown = useQuery(() => ({ ...wordList(opened()), enabled: opened() > 0 }))
  return (
    <div class="grid items-start gap-5 lg:grid-cols-[18rem_minmax(0,1fr)]">
      <Card title={t('platformRules.versions')} isFlush>
        <WordVersions versions={props.versions} opened={opened()} onOpen={setChosen} />
      </Card>
      <Show when={live() > 0} fallback={<WordEditor live={0} opened={0} held={[]} list={[]} />}>
        <Loaded query={held}>
          {(current) => (
            <Loaded query={shown}>
              {(version) => (
                // Keyed by what it shows: another version is another text.
                <Show when={`${version().number} ${live()}`} keyed>
                  <WordEditor
                    live={live()}
                    opened={version().number}
                    held={current().list}
                    list={version().list}
                    onSaved={() => setChosen(null)}
                  />
                </Show>
              )}
            </Loaded>
          )}
        </Loaded>
      </Show>
    </div>
  )
}
