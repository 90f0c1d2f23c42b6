import type { SupportMessageDto } from '@mozhou/contracts/support/answers'
import type { ConversationSide } from '@mozhou/contracts/support/kinds'
import { createEffect, For, on, Show } from 'solid-js'
import { Button } from '../components/button.tsx'
import { ErrorState } from '../components/error-state.tsx'
import { SkeletonLines } from '../components/skeleton.tsx'
import { useUiI18n } from '../i18n/i18n.tsx'
import { classNames } from '../theme/class-names.ts'

/** The part of an infinite query over messages this needs, the last ones first. */
interface MessagesQuery {
  status: 'pending' | 'error' | 'success'
  data: { pages: { items: SupportMessageDto[] }[] } | undefined
  error: unknown
  isFetching: boolean
  hasNextPage: boolean
  isFetchingNextPage: boolean
  fetchNextPage: () => unknown
  refetch: () => unknown
}

interface MessageThreadProps {
  label: string
  earlier: string
  query: MessagesQuery
  /** Whose page it is: their messages stand at the right. */
  side: ConversationSide
  nameOf: (message: SupportMessageDto) => string
}

/** What was said, in its order; new lines are read out, and scrolled to by whoever is at the end. */
export function MessageThread(props: MessageThreadProps) {
  const messages = () => (props.query.data?.pages.flatMap(({ items }) => items) ?? []).toReversed()
  let end: HTMLDivElement | undefined
  createEffect(
    on(
      () => messages().at(-1)?.id,
      (last, before) => {
        if (last !== undefined && before !== undefined) end?.scrollIntoView({ block: 'nearest' })
      },
    ),
  )
  return (
    <Show when={props.query.data} fallback={<Waiting query={props.query} />}>
      <Show when={props.query.hasNextPage}>
        <div class="flex justify-center pb-3">
          <Button size="sm" isPending={props.query.isFetchingNextPage} onClick={() => void props.query.fetchNextPage()}>
            {props.earlier}
          </Button>
        </div>
      </Show>
      <div role="log" aria-label={props.label}>
        <ol class="flex flex-col gap-4">
          <For each={messages()}>
            {(message) => (
              <Message message={message} isOwn={message.side === props.side} name={props.nameOf(message)} />
            )}
          </For>
        </ol>
      </div>
      <div ref={(element) => (end = element)} />
    </Show>
  )
}

function Waiting(props: { query: MessagesQuery }) {
  return (
    <Show when={props.query.status === 'error'} fallback={<SkeletonLines />}>
      <ErrorState
        error={props.query.error}
        onRetry={() => void props.query.refetch()}
        isRetrying={props.query.isFetching}
      />
    </Show>
  )
}

function Message(props: { message: SupportMessageDto; isOwn: boolean; name: string }) {
  const { time, exactTime } = useUiI18n()
  return (
    <li class={classNames('flex flex-col gap-1', props.isOwn ? 'items-end' : 'items-start')}>
      <p class="flex gap-2 text-xs text-ink-3">
        <span>{props.name}</span>
        <time title={exactTime(props.message.createdAt)}>{time(props.message.createdAt)}</time>
      </p>
      <p
        class={classNames(
          'max-w-[85%] rounded-lg px-3.5 py-2.5 text-sm leading-relaxed wrap-anywhere whitespace-pre-wrap',
          props.isOwn ? 'bg-accent-soft text-ink' : 'border border-line bg-sunken text-ink',
        )}
      >
        {props.message.text}
      </p>
    </li>
  )
}
