import type { ConversationNewsDto, QueueRowDto } from '@mozhou/contracts/support/answers'
import { supportLimits } from '@mozhou/contracts/support/kinds'
import { useInfiniteQuery, useQuery } from '@mozhou/ui/api/use-query'
import { watchWhileVisible } from '@mozhou/ui/api/watch-while-visible'
import { Badge } from '@mozhou/ui/components/badge.tsx'
import { DetailsList } from '@mozhou/ui/components/details-list.tsx'
import { Dialog } from '@mozhou/ui/components/dialog.tsx'
import { Loaded } from '@mozhou/ui/components/loaded.tsx'
import { MessageBox } from '@mozhou/ui/support/message-box.tsx'
import { MessageThread } from '@mozhou/ui/support/message-thread.tsx'
import { useQueryClient } from '@tanstack/solid-query'
import { Show } from 'solid-js'
import { api } from '../../api.ts'
import { usePersonName } from '../accounts/use-person-name.ts'
import { About } from './about.tsx'
import { ConversationActions } from './conversation-actions.tsx'
import { conversationRow, messagesOf, supportKey } from './queries.ts'
import { ConversationState, Holder } from './queue-columns.tsx'
import { useI18n } from './words.ts'

/** One conversation, live: what its person writes, and what another operator does about it. */
export function ConversationDrawer(props: { conversationId: string; onClose: () => void }) {
  const { t } = useI18n()
  const row = useQuery(() => conversationRow(props.conversationId))
  return (
    <Dialog
      isOpen
      onClose={() => props.onClose()}
      placement="drawer"
      size="lg"
      title={row.data === undefined ? t('support.thread') : row.data.subject || t('support.removed')}
    >
      <Loaded query={row}>{(data) => <Conversation row={data()} />}</Loaded>
    </Dialog>
  )
}

function Conversation(props: { row: QueueRowDto }) {
  const { t } = useI18n()
  const client = useQueryClient()
  const personName = usePersonName()
  const { id: conversationId } = props.row
  const messages = useInfiniteQuery(() => messagesOf(conversationId))
  const readAgain = () => client.invalidateQueries({ queryKey: supportKey })
  const isOld = ({ lastMessageAt, status, takenBy }: ConversationNewsDto) =>
    lastMessageAt === props.row.lastMessageAt &&
    status === props.row.status &&
    takenBy === (props.row.takenBy?.username ?? null)
  watchWhileVisible<ConversationNewsDto>(
    (handlers) => api.support.followOne.subscribe({ conversationId }, handlers),
    (news) => {
      if (!isOld(news)) void readAgain()
    },
  )
  const isOthers = () => props.row.takenBy?.isMe === false
  return (
    <div class="flex flex-col gap-5">
      <Facts row={props.row} />
      <ConversationActions row={props.row} onChange={readAgain} />
      <MessageThread
        label={t('support.thread')}
        earlier={t('support.earlier')}
        query={messages}
        side="operator"
        nameOf={({ side, operator }) =>
          side === 'person' ? personName(props.row.person.username) : `${t('support.us')} @${operator ?? ''}`
        }
      />
      <Show when={!isOthers() && props.row.person.username !== ''}>
        <MessageBox
          label={t('support.reply')}
          placeholder={t('support.replyPlaceholder')}
          action={t('support.send')}
          hint={t('support.sendHint')}
          maxLength={supportLimits.textLength}
          draftKey={`support:${conversationId}`}
          send={async (message) => {
            await api.support.answer.mutate({ ...message, conversationId }).finally(readAgain)
          }}
        />
      </Show>
    </div>
  )
}

function Facts(props: { row: QueueRowDto }) {
  const { t, exactTime, span } = useI18n()
  const personName = usePersonName()
  const rows = () => {
    const { row } = props
    return [
      {
        label: t('support.person'),
        value: (
          <span class="inline-flex flex-wrap items-center justify-end gap-1.5">
            {row.person.displayName} {personName(row.person.username)}
            <span class="text-xs text-ink-3">{row.person.email}</span>
          </span>
        ),
      },
      {
        label: t('support.memberUntil'),
        value: row.isMember ? <Badge tone="accent">{t('support.member')}</Badge> : t('support.notMember'),
      },
      { label: t('support.status'), value: <ConversationState row={row} /> },
      { label: t('support.holder'), value: <Holder row={row} /> },
      ...(row.link === null
        ? []
        : [{ label: t('support.link'), value: <About link={row.link} personId={row.person.id} /> }]),
      { label: t('support.askedAt'), value: exactTime(row.createdAt) },
      {
        label: t('support.firstAnswer'),
        value: row.firstAnswerSeconds === null ? t('support.notYet') : span(row.firstAnswerSeconds),
      },
    ]
  }
  return <DetailsList rows={rows()} />
}
