import type { ConversationDto } from '@mozhou/contracts/support/answers'
import { useInfiniteQuery } from '@mozhou/ui/api/use-query'
import { Page } from '@mozhou/ui/app/page.tsx'
import { buttonClass } from '@mozhou/ui/components/button-class'
import { Card } from '@mozhou/ui/components/card.tsx'
import { DataTable } from '@mozhou/ui/components/data-table.tsx'
import type { Column } from '@mozhou/ui/components/data-table.tsx'
import { EmptyState } from '@mozhou/ui/components/empty-state.tsx'
import { Link } from '@tanstack/solid-router'
import Headset from 'lucide-solid/icons/headset'
import { Show } from 'solid-js'
import { AboutLink } from './about-link.tsx'
import { ConversationState } from './conversation-status.tsx'
import { myConversations } from './queries.ts'
import { UsualAnswerCard } from './usual-answer-card.tsx'
import { useI18n } from './words.ts'

export function SupportPage() {
  const { t } = useI18n()
  const conversations = useInfiniteQuery(() => myConversations())
  const columns = useConversationColumns()
  const begin = () => (
    <Link to="/support/new" class={buttonClass({ variant: 'primary' })}>
      {t('support.begin')}
    </Link>
  )
  return (
    <Page title={t('support.title')} subtitle={t('support.subtitle')} aside={begin()}>
      <div class="grid items-start gap-5 xl:grid-cols-[minmax(0,1fr)_20rem]">
        <Card isFlush>
          <DataTable
            caption={t('support.listTitle')}
            columns={columns()}
            query={conversations}
            empty={
              <EmptyState
                icon={<Headset size={22} aria-hidden="true" />}
                title={t('support.emptyTitle')}
                description={t('support.emptyHint')}
                action={begin()}
              />
            }
          />
        </Card>
        <UsualAnswerCard />
      </div>
    </Page>
  )
}

function useConversationColumns(): () => Column<ConversationDto>[] {
  const { t, time, exactTime } = useI18n()
  return () => [
    {
      key: 'subject',
      header: t('support.subject'),
      isPrimary: true,
      cell: (row) => (
        <Link
          to="/support/$conversationId"
          params={{ conversationId: row.id }}
          class="font-medium wrap-anywhere whitespace-normal hover:underline"
        >
          {row.subject}
        </Link>
      ),
    },
    {
      key: 'about',
      header: t('support.about'),
      cell: (row) => (
        <Show when={row.link} fallback="—">
          {(link) => <AboutLink link={link()} />}
        </Show>
      ),
    },
    { key: 'status', header: t('support.status'), cell: (row) => <ConversationState conversation={row} /> },
    {
      key: 'lastMessageAt',
      header: t('support.lastMessageAt'),
      cell: ({ lastMessageAt }) => <time title={exactTime(lastMessageAt)}>{time(lastMessageAt)}</time>,
    },
  ]
}
