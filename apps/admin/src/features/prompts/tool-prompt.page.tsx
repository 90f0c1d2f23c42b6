import type { PromptVersionDto } from '@mozhou/contracts/prompts/answers'
import type { PromptKey } from '@mozhou/contracts/prompts/keys'
import { Page } from '@mozhou/ui/app/page.tsx'
import { Card } from '@mozhou/ui/components/card.tsx'
import { Loaded } from '@mozhou/ui/components/loaded.tsx'
import { useQuery } from '@mozhou/ui/api/use-query'
import { Link, useLoaderData } from '@tanstack/solid-router'
import { createSignal, Show } from 'solid-js'
import { useI18n } from './words.ts'
import { usePermissions } from '../accounts/use-permissions.ts'
import { PromptDiff } from './prompt-diff.tsx'
import { PromptEditor } from './prompt-editor.tsx'
import { PromptTrial } from './prompt-trial.tsx'
import { promptVersions } from './queries.ts'
import { VersionList } from './version-list.tsx'

export function ToolPromptPage() {
  const { t, pick } = useI18n()
  const data = useLoaderData({ from: '/app/prompts/$tool' })
  const versions = useQuery(() => promptVersions(data().tool.key as PromptKey))
  return (
    <Page
      title={pick(data().tool.title)}
      subtitle={t('prompts.toolSubtitle')}
      aside={
        <Link to="/prompts" class="text-sm text-accent-text hover:underline">
          {t('prompts.back')}
        </Link>
      }
    >
      <Loaded query={versions}>{(list) => <Versions list={list()} />}</Loaded>
    </Page>
  )
}

function Versions(props: { list: PromptVersionDto[] }) {
  const { t } = useI18n()
  const may = usePermissions()
  const data = useLoaderData({ from: '/app/prompts/$tool' })
  const [chosenId, setChosenId] = createSignal<string | null>(null)
  const live = () => props.list.find(({ status }) => status === 'live')
  const opened = () => props.list.find(({ id }) => id === chosenId()) ?? live() ?? props.list[0]
  return (
    <Show when={opened()}>
      {(version) => (
        <div class="grid items-start gap-5 lg:grid-cols-[18rem_minmax(0,1fr)]">
          <Card title={t('prompts.versionList')} isFlush>
            <VersionList versions={props.list} openedId={version().id} onOpen={setChosenId} />
          </Card>
          <div class="flex min-w-0 flex-col gap-5">
            {/* Keyed by the save it shows: another's version is another form. */}
            <Show when={`${version().id} ${version().updatedAt}`} keyed>
              <PromptEditor version={version()} onOpen={setChosenId} />
            </Show>
            <Show when={version().status === 'live' ? undefined : live()}>
              {(current) => (
                <Card title={t('prompts.diff')}>
                  <PromptDiff live={current().systemText} text={version().systemText} />
                </Card>
              )}
            </Show>
            <Show when={may('prompt:draft')}>
              <PromptTrial tool={data().tool} version={version()} />
            </Show>
          </div>
        </div>
      )}
    </Show>
  )
}
