import type { FoundCreationDto } from '@mozhou/contracts/creations/answers'
import { useInfiniteQuery } from '@mozhou/ui/api/use-query'
import { Button } from '@mozhou/ui/components/button.tsx'
import { Card } from '@mozhou/ui/components/card.tsx'
import { EmptyState } from '@mozhou/ui/components/empty-state.tsx'
import { Loaded } from '@mozhou/ui/components/loaded.tsx'
import { Skeleton } from '@mozhou/ui/components/skeleton.tsx'
import { Link } from '@tanstack/solid-router'
import ImageIcon from 'lucide-solid/icons/image'
import { For, Show } from 'solid-js'
import { StatusBadge } from '../../works/status-badge.tsx'
import { recentImages } from '../queries.ts'
import { useI18n } from '../words.ts'

/** The person's works of pictures, the newest first. */
export function RecentPictures() {
  const { t } = useI18n()
  const recent = useInfiniteQuery(() => recentImages())
  return (
    <Card title={t('images.recent')}>
      <Loaded query={recent} skeleton={<Skeleton class="h-48 w-full" />}>
        {(found) => {
          const works = () => found().pages.flatMap(({ items }) => items)
          return (
            <Show
              when={works().length > 0}
              fallback={
                <EmptyState
                  icon={<ImageIcon size={24} aria-hidden="true" />}
                  title={t('images.recentEmpty')}
                  description={t('images.recentEmptyHint')}
                />
              }
            >
              <ul class="grid grid-cols-2 gap-3 sm:grid-cols-3 2xl:grid-cols-4">
                <For each={works()}>{(work) => <WorkCard work={work} />}</For>
              </ul>
              <Show when={recent.hasNextPage}>
                <div class="mt-4 text-center">
                  <Button isPending={recent.isFetchingNextPage} onClick={() => void recent.fetchNextPage()}>
                    {t('images.loadMore')}
                  </Button>
                </div>
              </Show>
            </Show>
          )
        }}
      </Loaded>
    </Card>
  )
}

function WorkCard(props: { work: FoundCreationDto }) {
  const { t, pick, time, exactTime } = useI18n()
  return (
    <li>
      <Link
        to="/images/$creationId"
        params={{ creationId: props.work.id }}
        class="flex h-full flex-col overflow-clip rounded-md border border-line bg-surface transition-colors duration-150 hover:border-accent"
      >
        <span class="relative flex aspect-square items-center justify-center bg-sunken text-ink-3">
          <Show when={props.work.thumbnail} fallback={<ImageIcon size={28} aria-hidden="true" />}>
            {(url) => (
              <img src={url()} alt="" loading="lazy" class="chequered absolute inset-0 m-auto max-h-full max-w-full" />
            )}
          </Show>
        </span>
        <span class="flex flex-1 flex-col gap-1 p-2.5">
          <span class="line-clamp-2 text-sm font-medium">{props.work.title || t('creations.untitled')}</span>
          <span class="mt-auto flex flex-wrap items-center gap-x-2 gap-y-1 text-xs text-ink-3">
            <Show when={props.work.status !== 'succeeded'} fallback={pick(props.work.toolTitle)}>
              <StatusBadge creation={props.work} />
            </Show>
            <time title={exactTime(props.work.updatedAt)}>{time(props.work.updatedAt)}</time>
          </span>
        </span>
      </Link>
    </li>
  )
}
