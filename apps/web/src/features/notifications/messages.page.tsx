import type { NotificationDto } from '@mozhou/contracts/notifications/answers'
import { operatorKinds } from '@mozhou/contracts/notifications/kinds'
import { notificationPath, notificationText } from '@mozhou/contracts/notifications/wording'
import { useInfiniteQuery } from '@mozhou/ui/api/use-query'
import { Page } from '@mozhou/ui/app/page.tsx'
import { Button } from '@mozhou/ui/components/button.tsx'
import { Card } from '@mozhou/ui/components/card.tsx'
import { DataTable } from '@mozhou/ui/components/data-table.tsx'
import type { Column } from '@mozhou/ui/components/data-table.tsx'
import { EmptyState } from '@mozhou/ui/components/empty-state.tsx'
import { toastError } from '@mozhou/ui/components/toast.tsx'
import { useMutation, useQueryClient } from '@tanstack/solid-query'
import { Link } from '@tanstack/solid-router'
import Bell from 'lucide-solid/icons/bell'
import { Show } from 'solid-js'
import { api } from '../../api.ts'
import { myMessages } from './queries.ts'
import { useI18n } from './words.ts'

export function MessagesPage() {
  const { t, error } = useI18n()
  const client = useQueryClient()
  const messages = useInfiniteQuery(() => myMessages())
  const told = {
    onSuccess: () => client.invalidateQueries({ queryKey: myMessages().queryKey }),
    onError: (cause: unknown) => toastError({ title: error(cause) }),
  }
  const read = useMutation(() => ({
    mutationFn: (notificationId: string) => api.notifications.markRead.mutate({ notificationId }),
    ...told,
  }))
  const readAll = useMutation(() => ({ mutationFn: () => api.notifications.markAllRead.mutate(), ...told }))
  const columns = useMessageColumns((id) => read.mutate(id))
  return (
    <Page
      title={t('messages.title')}
      subtitle={t('messages.subtitle')}
      aside={
        <Button isPending={readAll.isPending} onClick={() => readAll.mutate()}>
          {t('messages.readAll')}
        </Button>
      }
    >
      <Card isFlush>
        <DataTable
          caption={t('messages.title')}
          columns={columns()}
          query={messages}
          empty={
            <EmptyState
              icon={<Bell size={22} aria-hidden="true" />}
              title={t('messages.emptyTitle')}
              description={t('messages.emptyHint')}
            />
          }
        />
      </Card>
    </Page>
  )
}

/** What stands in the list: opening one reads it. */
export function useMessageColumns(onRead: (id: string) => void): () => Column<NotificationDto>[] {
  const { t, time, exactTime } = useI18n()
  return () => [
    { key: 'what', header: t('messages.what'), isPrimary: true, cell: (row) => <Message row={row} onRead={onRead} /> },
    {
      key: 'createdAt',
      header: t('messages.createdAt'),
      cell: ({ createdAt }) => <time title={exactTime(createdAt)}>{time(createdAt)}</time>,
    },
    {
      key: 'read',
      header: t('messages.read'),
      isActions: true,
      cell: (row) => (
        <Show when={row.readAt === null}>
          <Button size="sm" onClick={() => onRead(row.id)}>
            {t('messages.read')}
          </Button>
        </Show>
      ),
    },
  ]
}

function Message(props: { row: NotificationDto; onRead: (id: string) => void }) {
  const { t, locale } = useI18n()
  const text = () => notificationText(locale(), props.row)
  const isUnread = () => props.row.readAt === null
  const weight = () => (isUnread() ? 'font-semibold' : 'font-medium')
  return (
    <div class="grid gap-0.5 whitespace-normal">
      <p class="flex items-center gap-2">
        <Show when={isUnread()}>
          <span class="size-2 shrink-0 rounded-full bg-accent">
            <span class="sr-only">{t('messages.unread')}</span>
          </span>
        </Show>
        {/* What operators are told of is done in their own app. */}
        <Show
          when={operatorKinds[props.row.kind] === undefined}
          fallback={<span class={weight()}>{text().title}</span>}
        >
          <Link
            to={notificationPath(props.row)}
            class={`hover:underline ${weight()}`}
            onClick={() => isUnread() && props.onRead(props.row.id)}
          >
            {text().title}
          </Link>
        </Show>
      </p>
      <p class="text-sm text-ink-2">{text().body}</p>
    </div>
  )
}
