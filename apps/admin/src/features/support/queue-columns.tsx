import type { QueueRowDto } from '@mozhou/contracts/support/answers'
import { Badge } from '@mozhou/ui/components/badge.tsx'
import { Button } from '@mozhou/ui/components/button.tsx'
import type { Column } from '@mozhou/ui/components/data-table.tsx'
import { Show } from 'solid-js'
import { beijingTime } from '../../tables/read-all.ts'
import { usePersonName } from '../accounts/use-person-name.ts'
import { AboutWords } from './about.tsx'
import { useI18n } from './words.ts'

const tones = { waiting_for_us: 'warning', waiting_for_person: 'success', closed: 'neutral' } as const

export function ConversationState(props: { row: Pick<QueueRowDto, 'status'> }) {
  const { t } = useI18n()
  return <Badge tone={tones[props.row.status]}>{t(`support.statusOf.${props.row.status}`)}</Badge>
}

export function Holder(props: { row: Pick<QueueRowDto, 'takenBy'> }) {
  const { t } = useI18n()
  return (
    <Show when={props.row.takenBy} fallback={<span class="text-ink-3">{t('support.nobody')}</span>}>
      {(holder) => <>{holder().isMe ? t('support.me') : `@${holder().username}`}</>}
    </Show>
  )
}

export function useQueueColumns(open: (conversationId: string) => void): () => Column<QueueRowDto>[] {
  const { t, time, exactTime, span } = useI18n()
  const nameOf = usePersonName()
  const subjectOf = (row: QueueRowDto) => row.subject || t('support.removed')
  const sinceWords = (iso: string) => span((Date.now() - Date.parse(iso)) / 1_000)
  return () => [
    {
      key: 'subject',
      header: t('support.subject'),
      isPrimary: true,
      text: subjectOf,
      cell: (row) => (
        <span class="block whitespace-normal">
          <span class="font-medium wrap-anywhere">{subjectOf(row)}</span>
          <Show when={row.link}>
            {(link) => (
              <span class="block text-xs text-ink-3">
                <AboutWords link={link()} />
              </span>
            )}
          </Show>
        </span>
      ),
    },
    {
      key: 'person',
      header: t('support.person'),
      text: ({ person }) => nameOf(person.username),
      cell: ({ person, isMember }) => (
        <span class="inline-flex items-center gap-1.5">
          {nameOf(person.username)}
          <Show when={isMember}>
            <Badge tone="accent">{t('support.member')}</Badge>
          </Show>
        </span>
      ),
    },
    {
      key: 'status',
      header: t('support.status'),
      cell: (row) => <ConversationState row={row} />,
      text: (row) => t(`support.statusOf.${row.status}`),
    },
    {
      key: 'holder',
      header: t('support.holder'),
      cell: (row) => <Holder row={row} />,
      text: (row) => row.takenBy?.username ?? null,
    },
    {
      key: 'waited',
      header: t('support.waited'),
      text: ({ waitingSince }) => waitingSince && beijingTime(waitingSince),
      cell: ({ waitingSince }) =>
        waitingSince === null ? '—' : <span title={exactTime(waitingSince)}>{sinceWords(waitingSince)}</span>,
    },
    {
      key: 'firstAnswer',
      header: t('support.firstAnswer'),
      text: ({ firstAnswerSeconds }) => firstAnswerSeconds,
      cell: ({ firstAnswerSeconds }) => (firstAnswerSeconds === null ? t('support.notYet') : span(firstAnswerSeconds)),
    },
    {
      key: 'lastMessageAt',
      header: t('support.lastMessageAt'),
      text: ({ lastMessageAt }) => beijingTime(lastMessageAt),
      cell: ({ lastMessageAt }) => <time title={exactTime(lastMessageAt)}>{time(lastMessageAt)}</time>,
    },
    {
      key: 'open',
      header: t('support.open'),
      isActions: true,
      cell: (row) => (
        <Button
          size="sm"
          variant="ghost"
          aria-label={t('support.openOne', subjectOf(row))}
          onClick={() => open(row.id)}
        >
          {t('support.open')}
        </Button>
      ),
    },
  ]
}
