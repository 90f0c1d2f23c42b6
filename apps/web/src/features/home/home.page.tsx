import type { CreationRowDto } from '@mozhou/contracts/creations/answers'
import { imageToolKeys } from '@mozhou/contracts/image-tools/registry'
import { hourOf } from '@mozhou/ui/i18n/format'
import { Page } from '@mozhou/ui/app/page.tsx'
import { buttonClass } from '@mozhou/ui/components/button-class'
import { Card } from '@mozhou/ui/components/card.tsx'
import { EmptyState } from '@mozhou/ui/components/empty-state.tsx'
import { lazyPart } from '@mozhou/ui/components/lazy-part.tsx'
import { Loaded } from '@mozhou/ui/components/loaded.tsx'
import { Skeleton } from '@mozhou/ui/components/skeleton.tsx'
import { Spinner } from '@mozhou/ui/components/spinner.tsx'
import { useQuery } from '@mozhou/ui/api/use-query'
import { Link } from '@tanstack/solid-router'
import PenLine from 'lucide-solid/icons/pen-line'
import { For, Show } from 'solid-js'
import { useI18n } from './words.ts'
import { me } from '../../session/queries.ts'
import { isRunning, writingTools } from '../works/queries.ts'
import { recentCreations } from './queries.ts'
import { StatusBadge } from '../works/status-badge.tsx'
import { ToolCard } from '../works/tool-card.tsx'
import { AccountCard } from './account-card.tsx'
import { PictureToolCard } from './picture-tool-card.tsx'

/** What comes later takes no place before: there may be nothing to show. */
const GoalCard = lazyPart(
  () => import('../goals/goal-card.tsx').then((module) => module.GoalCard),
  () => null,
)

export function HomePage() {
  const { t } = useI18n()
  const account = useQuery(() => me())
  const greeting = () => {
    const name = account.data?.displayName ?? ''
    const hour = hourOf(Date.now())
    if (hour >= 5 && hour < 12) return t('home.morning', name)
    return hour >= 12 && hour < 18 ? t('home.afternoon', name) : t('home.evening', name)
  }
  return (
    <Page title={greeting()} subtitle={t('home.subtitle')}>
      <div class="grid items-start gap-5 xl:grid-cols-[minmax(0,1fr)_20rem]">
        <div class="flex min-w-0 flex-col gap-5">
          <Pictures />
          <Tools />
          <Recent />
        </div>
        <div class="flex min-w-0 flex-col gap-5">
          <AccountCard />
          <GoalCard />
        </div>
      </div>
    </Page>
  )
}

function Pictures() {
  const { t } = useI18n()
  return (
    <section>
      <h2 class="mb-3 text-sm font-semibold">{t('home.pictures')}</h2>
      <ul class="grid grid-cols-2 gap-3 sm:grid-cols-4">
        <For each={imageToolKeys}>
          {(tool) => (
            <li>
              <PictureToolCard tool={tool} />
            </li>
          )}
        </For>
      </ul>
    </section>
  )
}

function Tools() {
  const { t } = useI18n()
  const tools = useQuery(() => writingTools())
  return (
    <section>
      <h2 class="mb-3 text-sm font-semibold">{t('home.tools')}</h2>
      <Loaded query={tools} skeleton={<Skeleton class="h-36 w-full max-w-sm" />}>
        {(list) => (
          <ul class="grid gap-4 sm:grid-cols-2 2xl:grid-cols-3">
            <For each={list()}>
              {(tool) => (
                <li>
                  <ToolCard tool={tool} />
                </li>
              )}
            </For>
          </ul>
        )}
      </Loaded>
    </section>
  )
}

function Recent() {
  const { t } = useI18n()
  const recent = useQuery(() => recentCreations())
  return (
    <Card
      title={t('home.recent')}
      isFlush
      aside={
        <Link to="/creations" class="rounded-sm text-sm text-accent-text hover:underline">
          {t('home.all')}
        </Link>
      }
    >
      <Loaded query={recent}>
        {(page) => (
          <Show when={page().items.length > 0} fallback={<NothingYet />}>
            <ul class="divide-y divide-line">
              <For each={page().items}>{(creation) => <RecentRow creation={creation} />}</For>
            </ul>
          </Show>
        )}
      </Loaded>
    </Card>
  )
}

function RecentRow(props: { creation: CreationRowDto }) {
  const { t, number, time, exactTime } = useI18n()
  return (
    <li>
      <Link
        to="/creations/$creationId"
        params={{ creationId: props.creation.id }}
        class="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-3 -outline-offset-2 hover:bg-sunken/60"
      >
        <span class="flex min-w-0 flex-1 basis-56 items-center gap-2">
          <Show when={isRunning(props.creation)}>
            <Spinner class="shrink-0 text-accent" />
          </Show>
          <span class="truncate text-sm font-medium">{props.creation.title || t('creations.untitled')}</span>
        </span>
        <span class="flex items-center gap-3 text-xs text-ink-3 tabular-nums">
          <Show when={props.creation.wordCount > 0}>
            <span>{t('writing.words', number(props.creation.wordCount))}</span>
          </Show>
          <StatusBadge creation={props.creation} />
          <time title={exactTime(props.creation.updatedAt)}>{time(props.creation.updatedAt)}</time>
        </span>
      </Link>
    </li>
  )
}

function NothingYet() {
  const { t } = useI18n()
  return (
    <EmptyState
      icon={<PenLine size={24} aria-hidden="true" />}
      title={t('home.emptyTitle')}
      description={t('home.emptyHint')}
      action={
        <Link to="/writing" class={buttonClass({ variant: 'primary' })}>
          {t('creations.writeFirst')}
        </Link>
      }
    />
  )
}
