import { refusal } from '@mozhou/ui/testing/refusal'
import { cleanup, fireEvent, screen, waitFor } from '@solidjs/testing-library'
import { afterEach, expect, it, vi } from 'vitest'
import { quietClient, showInApp } from '../../../testing/show-in-app.tsx'
import { publicationOf } from '../testing/given.ts'
import { ConfirmAddress } from './confirm-address.tsx'
import { CorrectAddress } from './correct-address.tsx'

const { confirm, correctAddress } = vi.hoisted(() => ({
  confirm: vi.fn<(asked: unknown) => Promise<never>>(),
  correctAddress: vi.fn<(asked: unknown) => Promise<unknown>>(),
}))
vi.mock('../calls.ts', () => ({ calls: { confirm: { mutate: confirm }, correctAddress: { mutate: correctAddress } } }))

afterEach(cleanup)

const publication = publicationOf('toutiao', { status: 'awaiting_user' })
const otherButton = () => screen.queryByRole('button', { name: '就是这一篇，记为已发布' })

it('asks about a page with another title before anything is recorded, and anew for another address', async () => {
  confirm.mockRejectedValue(refusal('PUBLICATION_URL_OTHER_TITLE', { title: '菜谱：红烧肉' }))
  await showInApp(() => <ConfirmAddress publication={publication} />)
  const box = screen.getByRole('textbox', { name: '作品链接' })
  expect(otherButton()).toBeNull()
  fireEvent.input(box, { target: { value: 'https://www.toutiao.com/article/1/' } })
  fireEvent.click(screen.getByRole('button', { name: '核对并记为已发布' }))
  await waitFor(() => expect(otherButton()).not.toBeNull())
  expect(confirm).toHaveBeenLastCalledWith(expect.objectContaining({ isOtherTitle: false }))
  fireEvent.input(box, { target: { value: 'https://www.toutiao.com/article/2/' } })
  await waitFor(() => expect(otherButton()).toBeNull())
  fireEvent.click(screen.getByRole('button', { name: '核对并记为已发布' }))
  await waitFor(() => expect(otherButton()).not.toBeNull())
  fireEvent.click(otherButton() ?? box)
  await waitFor(() => expect(confirm).toHaveBeenLastCalledWith(expect.objectContaining({ isOtherTitle: true })))
})

const byHand = publicationOf('xiaohongshu', { status: 'published', confirmation: 'user_confirmed' })

it('an address is corrected where it stands, after it was asked for, and the form is gone once it was taken', async () => {
  correctAddress.mockResolvedValue({})
  const client = quietClient()
  // What is read anew is another test's module where files share theirs, and that one's calls are real.
  vi.spyOn(client, 'fetchQuery').mockResolvedValue(byHand)
  await showInApp(() => <CorrectAddress publication={byHand} />, client)
  expect(screen.queryByRole('textbox')).toBeNull()
  fireEvent.click(screen.getByRole('button', { name: '链接不对？更正' }))
  const box = screen.getByRole('textbox', { name: '作品链接' })
  fireEvent.input(box, { target: { value: 'https://www.xiaohongshu.com/explore/64b' } })
  fireEvent.click(screen.getByRole('button', { name: '核对并更正' }))
  await waitFor(() =>
    expect(correctAddress).toHaveBeenCalledWith({
      publicationId: byHand.id,
      url: 'https://www.xiaohongshu.com/explore/64b',
      isOtherTitle: false,
    }),
  )
  await waitFor(() => expect(screen.queryByRole('textbox')).toBeNull())
})
