import type { PublicationDetailDto, PublishDto } from '@mozhou/contracts/publications/answers'
import { platforms } from '@mozhou/platforms/platforms'
import { Badge } from '@mozhou/ui/components/badge.tsx'
import { Card } from '@mozhou/ui/components/card.tsx'
import { EmptyState } from '@mozhou/ui/components/empty-state.tsx'
import { Refusal } from '@mozhou/ui/components/refusal.tsx'
import { SkeletonLines } from '@mozhou/ui/components/skeleton.tsx'
import { Tabs } from '@mozhou/ui/components/tabs.tsx'
import { createMemo, createSignal, Show, untrack } from 'solid-js'
import { useI18n } from '../words.ts'
import { AccountPicker } from './account-picker.tsx'
import { createComposer } from './composer.ts'
import type { Composer, TargetView } from './composer.ts'
import { PublishBar } from './publish-bar.tsx'
import { PublishOutcome } from './publish-outcome.tsx'
import { TargetEditor } from './target-editor.tsx'
import { WorkCard } from './work-card.tsx'

interface ComposeWorkProps {
  creationId: string
  versionId?: string | undefined
  publication?: PublicationDetailDto | undefined
}

export function ComposeWork(props: ComposeWorkProps) {
  const composer = untrack(() =>
    createComposer({
      creationId: props.creationId,
      versionId: props.versionId,
      publication: props.publication,
    }),
  )
  const [outcome, setOutcome] = createSignal<PublishDto | null>(null)
  return (
    <Show
      when={outcome()}
      fallback={
        <div class="flex flex-col gap-4">
          <div class="grid items-start gap-4 lg:grid-cols-2">
            <WorkCard composer={composer} />
            <Show when={!props.publication}>
              <AccountPicker composer={composer} />
            </Show>
          </div>
          <Refusal error={composer.previews.error} />
          <Targets composer={composer} />
          <Show when={composer.targets.length > 0}>
            <PublishBar composer={composer} onPublished={setOutcome} />
          </Show>
        </div>
      }
    >
      {(published) => <PublishOutcome published={published()} accounts={composer.accounts()} />}
    </Show>
  )
}

/** One tab for each account, with how many of its rules are broken; the text of one is worked on at a time. */
function Targets(props: { composer: Composer }) {
  const { t } = useI18n()
  const [chosen, setChosen] = createSignal<string | null>(null)
  const ids = createMemo(() => props.composer.targets.map(({ accountId }) => accountId))
  const shown = () => ids().find((id) => id === chosen()) ?? ids()[0] ?? ''
  const viewOf = (accountId: string) => props.composer.views().find(({ account }) => account.id === accountId)
  // Labels are getters, so that a keystroke makes no new tab: the box that is typed in would lose its place.
  const tabs = createMemo(() =>
    ids().map((id) => ({
      value: id,
      get label() {
        return <Show when={viewOf(id)}>{(view) => <TabLabel view={view()} />}</Show>
      },
      content: () => (
        <Show when={viewOf(id)} fallback={<SkeletonLines />}>
          {(view) => <TargetEditor composer={props.composer} view={view()} />}
        </Show>
      ),
    })),
  )
  return (
    <Card isFlush>
      <Show
        when={ids().length > 0}
        fallback={
          <EmptyState title={t('publishCompose.nothingChosen')} description={t('publishCompose.accountsHint')} />
        }
      >
        <Tabs label={t('publishCompose.accounts')} value={shown()} onValueChange={setChosen} tabs={tabs()} />
      </Show>
    </Card>
  )
}

/** One line, also on a phone: the platform, and how many things would be refused there. */
function TabLabel(props: { view: TargetView }) {
  const { t, pick, number } = useI18n()
  const blocks = () => props.view.judged?.report.results.filter(({ severity }) => severity === 'block').length ?? 0
  return (
    <span class="flex items-center gap-2">
      {pick(platforms[props.view.account.platform].name)}
      <span class="text-ink-3 max-sm:hidden">{props.view.account.name}</span>
      <Show when={blocks() > 0}>
        <Badge tone="danger" title={t('publishCompose.blocked', number(blocks()))}>
          {number(blocks())}
          <span class="sr-only">{t('publishCompose.blocked', number(blocks()))}</span>
        </Badge>
      </Show>
    </span>
  )
}
