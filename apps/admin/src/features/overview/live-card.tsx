import { useQuery } from '@mozhou/ui/api/use-query'
import { toShownError } from '@mozhou/ui/wire/wire-error'
import { Button } from '@mozhou/ui/components/button.tsx'
import { Card } from '@mozhou/ui/components/card.tsx'
import { Skeleton } from '@mozhou/ui/components/skeleton.tsx'
import type { QueryKey, QueryObserverOptions } from '@tanstack/solid-query'
import type { JSX } from 'solid-js'
import { Match, Show, Switch } from 'solid-js'
import { useI18n } from './words.ts'

interface LiveCardProps<Data, Key extends QueryKey> {
  title: string
  /** Where what it counts is listed. */
  link?: JSX.Element
  query: () => QueryObserverOptions<Data, Error, Data, Data, Key>
  children: (data: () => Data) => JSX.Element
}

/** One card with its own reading: where that fails the card says so, with the last figures if there are any, and the page stands. */
export function LiveCard<Data, Key extends QueryKey>(props: LiveCardProps<Data, Key>) {
  const { t, shownError } = useI18n()
  const query = useQuery(() => props.query())
  return (
    <Card title={props.title} aside={props.link}>
      <Switch fallback={<Skeleton class="h-14 w-full" />}>
        <Match when={query.data}>
          {(data) => (
            <>
              <Show when={query.status === 'error'}>
                <p role="alert" class="mb-2 text-xs text-danger">
                  {t('overview.stale')}
                </p>
              </Show>
              {props.children(data)}
            </>
          )}
        </Match>
        <Match when={query.status === 'error'}>
          <div role="alert" class="flex flex-col items-start gap-2 text-sm text-danger">
            <span>{shownError(toShownError(query.error))}</span>
            <Button size="sm" isPending={query.isFetching} onClick={() => void query.refetch()}>
              {t('ui.retry')}
            </Button>
          </div>
        </Match>
      </Switch>
    </Card>
  )
}
