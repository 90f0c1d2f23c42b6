import type { NotificationDto } from '@mozhou/contracts/notifications/answers'
import { DataTable } from '@mozhou/ui/components/data-table.tsx'
import { cleanup, fireEvent, screen, within } from '@solidjs/testing-library'
import { afterEach, expect, it, vi } from 'vitest'
import { quietClient, showInApp } from '../../testing/show-in-app.tsx'
import { MessagesPage, useMessageColumns } from './messages.page.tsx'
import { myMessages, myWishes } from './queries.ts'
import { systemInfo } from '../../session/queries.ts'
import { WishesCard } from './wishes-card.tsx'

afterEach(cleanup)

const creationId = 'cre_018f00000000700080000000000000aa'
const finished: NotificationDto = {
  id: 'ntf_018f00000000700080000000000000bb',
  kind: 'work_finished',
  params: { creationId, title: '城市露营', isIncomplete: false },
  createdAt: '2026-11-30T00:00:00.000Z',
  readAt: null,
}

async function show(items: NotificationDto[]) {
  const onRead = vi.fn<(id: string) => void>()
  const query = {
    status: 'success' as const,
    data: { pages: [{ items }] },
    error: null,
    isFetching: false,
    hasNextPage: false,
    isFetchingNextPage: false,
    isFetchNextPageError: false,
    fetchNextPage: () => {},
    refetch: () => {},
  }
  await showInApp(() => {
    const columns = useMessageColumns(onRead)
    return <DataTable caption="消息" columns={columns()} query={query} empty={null} />
  })
  return onRead
}

it('says what happened, leads there, and counts as read once it is opened', async () => {
  const onRead = await show([finished])
  const link = screen.getByRole('link', { name: '《城市露营》写好了' })
  expect(link.getAttribute('href')).toBe(`/creations/${creationId}`)
  expect(screen.getByText('未读')).toBeTruthy()
  fireEvent.click(link)
  fireEvent.click(screen.getByRole('button', { name: '标为已读' }))
  expect(onRead.mock.calls).toEqual([[finished.id], [finished.id]])
})

it('asks nothing more of a message that is read', async () => {
  const onRead = await show([{ ...finished, readAt: finished.createdAt }])
  expect(screen.queryByText('未读')).toBeNull()
  expect(screen.queryByRole('button')).toBeNull()
  fireEvent.click(screen.getByRole('link'))
  expect(onRead).not.toHaveBeenCalled()
})

it('says what will stand there while nothing does', async () => {
  const pages = { pages: [{ items: [], nextCursor: null }], pageParams: [null] }
  await showInApp(() => <MessagesPage />, quietClient([[myMessages().queryKey, pages]]))
  expect(screen.getByRole('heading', { level: 1, name: '消息' })).toBeTruthy()
  expect(screen.getByText('还没有消息')).toBeTruthy()
})

const wishes = [
  { kind: 'order_paid', app: { isOn: true, isFixed: true }, mail: { isOn: true, isFixed: false } },
  { kind: 'membership_ended', app: { isOn: true, isFixed: false }, mail: { isOn: false, isFixed: false } },
]
const info = (verifiesEmail: boolean) =>
  quietClient([
    [myWishes().queryKey, wishes],
    [systemInfo().queryKey, { verifiesEmail }],
  ])

it('offers switches for what may be switched', async () => {
  await showInApp(() => <WishesCard />, info(true))
  expect(screen.getAllByRole('checkbox')).toHaveLength(3)
  const [paid] = screen.getAllByRole('listitem')
  if (!paid) throw new Error('no line')
  expect(within(paid).getByText('始终')).toBeTruthy()
  const mail: HTMLInputElement = screen.getByRole('checkbox', { name: '会员到期：邮件' })
  expect(mail.checked).toBe(false)
})

it('offers no mail where none is configured', async () => {
  await showInApp(() => <WishesCard />, info(false))
  expect(screen.queryByRole('checkbox', { name: /邮件/ })).toBeNull()
  expect(screen.getByRole('checkbox', { name: '会员到期：站内' })).toBeTruthy()
})
