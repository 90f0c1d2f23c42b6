import type { ConversationDto, ConversationNewsDto } from '@mozhou/contracts/support/answers'
import { supportLimits } from '@mozhou/contracts/support/kinds'
import { useInfiniteQuery, useQuery } from '@mozhou/ui/api/use-query'
import { watchWhileVisible } from '@mozhou/ui/api/watch-while-visible'
import { Page } from '@mozhou/ui/app/page.tsx'
import { buttonClass } from '@mozhou/ui/components/button-class'
import { Button } from '@mozhou/ui/components/button.tsx'
import { Card } from '@mozhou/ui/components/card.tsx'
import { Loaded } from '@mozhou/ui/components/loaded.tsx'
import { Notice } from '@mozhou/ui/components/notice.tsx'
import { toastError } from '@mozhou/ui/components/toast.tsx'
import { MessageBox } from '@mozhou/ui/support/message-box.tsx'
import { MessageThread } from '@mozhou/ui/support/message-thread.tsx'
import { useMutation, useQueryClient } from '@tanstack/solid-query'
import { Link, useParams } from '@tanstack/solid-router'
import { createEffect, on, Show, untrack } from 'solid-js'
import { api } from '../../api.ts'
import { AboutLink } from './about-link.tsx'
import { ConversationState } from './conversation-status.tsx'
import { conversationById, messagesOf, myConversations } from './queries.ts'
import { useI18n } from './words.ts'

export function ConversationPage() {
  const { t } = useI18n()
  const params = useParams({ from: '/app/support/$conversationId' })
  const conversation = useQuery(() => conversationById(params().conversationId))
  const title = () => conversation.data?.subject ?? t('support.title')
  const back = () => (
    <Link to="/support" class={buttonClass({ variant: 'ghost', size: 'sm' })}>
      {t('support.back')}
    </Link>
  )
  return (
    <Page title={title()} aside={back()}>
      <div class="mx-auto max-w-3xl">
        <Show when={params().conversationId} keyed>
          <Loaded query={conversation}>{(data) => <Conversation conversation={data()} />}</Loaded>
        </Show>
      </div>
    </Page>
  )
}

/** Live: an answer stands here the moment it is given, and counts as read while the page is looked at. */
function Conversation(props: { conversation: ConversationDto }) {
  const { t, time, exactTime } = useI18n()
  const client = useQueryClient()
  const conversationId = untrack(() => props.conversation.id)
  const messages = useInfiniteQuery(() => messagesOf(conversationId))
  const readAgain = () =>
    Promise.all(
      [conversationById(conversationId), messagesOf(conversationId), myConversations()].map(({ queryKey }) =>
        client.invalidateQueries({ queryKey }),
      ),
    )
  const isOld = ({ lastMessageAt, status }: ConversationNewsDto) =>
    lastMessageAt === props.conversation.lastMessageAt && status === props.conversation.status
  watchWhileVisible<ConversationNewsDto>(
    (handlers) => api.support.follow.subscribe({ conversationId }, handlers),
    (news) => {
      if (!isOld(news)) void readAgain()
    },
  )
  useSeen(() => props.conversation)
  return (
    <Card>
      <p class="mb-4 flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line pb-3 text-sm text-ink-2">
        <ConversationState conversation={props.conversation} />
        <Show when={props.conversation.link}>{(link) => <AboutLink link={link()} />}</Show>
        <time class="ml-auto text-xs text-ink-3" title={exactTime(props.conversation.createdAt)}>
          {time(props.conversation.createdAt)}
        </time>
      </p>
      <MessageThread
        label={t('support.thread')}
        earlier={t('support.earlier')}
        query={messages}
        side="person"
        nameOf={({ side }) => t(side === 'person' ? 'support.me' : 'support.us')}
      />
      <div class="mt-5 border-t border-line pt-4">
        <GoOn conversation={props.conversation} onChange={readAgain} />
      </div>
    </Card>
  )
}

/** What is on the screen of somebody who looks is no news to them. */
function useSeen(conversation: () => ConversationDto): void {
  const client = useQueryClient()
  createEffect(
    on(
      () => [conversation().isUnseen, conversation().lastMessageAt] as const,
      ([isUnseen]) => {
        if (!isUnseen || document.visibilityState !== 'visible') return
        const { id: conversationId } = conversation()
        // Not told, it stays new, and the next look tells it.
        void api.support.seen.mutate({ conversationId }).then(
          () => client.invalidateQueries({ queryKey: conversationById(conversationId).queryKey }),
          () => {},
        )
      },
    ),
  )
}

function GoOn(props: { conversation: ConversationDto; onChange: () => Promise<unknown> }) {
  const { t, date, error } = useI18n()
  const isClosed = () => props.conversation.status === 'closed'
  const until = () => props.conversation.reopensUntil
  const isOver = () => isClosed() && Date.parse(until() ?? '') <= Date.now()
  const close = useMutation(() => ({
    mutationFn: () => api.support.close.mutate({ conversationId: props.conversation.id }),
    onSuccess: () => props.onChange(),
    onError: (cause) => toastError({ title: error(cause) }),
  }))
  return (
    <div class="flex flex-col gap-4">
      <Show when={isClosed()}>
        <Notice
          tone="info"
          action={
            <Show when={isOver()}>
              <Link to="/support/new" class={buttonClass({})}>
                {t('support.begin')}
              </Link>
            </Show>
          }
        >
          {isOver() ? t('support.closedForGood') : t('support.closed', date(until() ?? ''))}
        </Notice>
      </Show>
      <Show when={!isOver()}>
        <MessageBox
          label={t('support.reply')}
          placeholder={t('support.replyPlaceholder')}
          action={t('support.send')}
          hint={t('support.sendHint')}
          maxLength={supportLimits.textLength}
          draftKey={`support:${props.conversation.id}`}
          send={async (message) => {
            await api.support.send.mutate({ ...message, conversationId: props.conversation.id })
            await props.onChange()
          }}
        />
      </Show>
      <Show when={!isClosed()}>
        <div class="flex justify-end">
          <Button size="sm" variant="ghost" isPending={close.isPending} onClick={() => close.mutate()}>
            {t('support.close')}
          </Button>
        </div>
      </Show>
    </div>
  )
}
