import { cleanup, fireEvent, render, screen } from '@solidjs/testing-library'
import { afterEach, expect, it, vi } from 'vitest'
import { TestI18n } from '../testing/test-i18n.tsx'
import { lazyDialog } from './lazy-dialog.tsx'
import { lazyPart } from './lazy-part.tsx'

afterEach(cleanup)

const withoutNetwork = () => Promise.reject(new TypeError('Failed to fetch dynamically imported module'))
const Part = (props: { text: string }) => <p>{props.text}</p>
const Box = (props: { isOpen: boolean; onClose: () => void }) => <p>{props.isOpen ? '开着' : '关着'}</p>

it('says that a part did not come, and shows it when a second try brings it', async () => {
  const load = vi.fn<() => Promise<typeof Part>>().mockImplementationOnce(withoutNetwork).mockResolvedValue(Part)
  const Lazy = lazyPart<{ text: string }>(load)
  render(() => (
    <TestI18n>
      <Lazy text="正文" />
    </TestI18n>
  ))
  expect((await screen.findByRole('alert')).textContent).toContain('页面的这一部分没能加载')
  fireEvent.click(screen.getByRole('button', { name: '重试' }))
  expect(await screen.findByText('正文')).toBeTruthy()
  expect(screen.queryByRole('alert')).toBeNull()
})

it('loads a dialog when it is opened, not before; one that did not come can be closed or tried again', async () => {
  const load = vi.fn<() => Promise<typeof Box>>().mockImplementationOnce(withoutNetwork).mockResolvedValue(Box)
  const Lazy = lazyDialog(load)
  const onClose = vi.fn<() => void>()
  const shown = (isOpen: boolean) =>
    render(() => (
      <TestI18n>
        <Lazy isOpen={isOpen} onClose={onClose} />
      </TestI18n>
    ))
  shown(false)
  expect(load).not.toHaveBeenCalled()
  cleanup()
  shown(true)
  expect(screen.getByRole('status').textContent).toContain('正在加载')
  fireEvent.click(await screen.findByRole('button', { name: '取消' }))
  expect(onClose).toHaveBeenCalledTimes(1)
  fireEvent.click(await screen.findByRole('button', { name: '重试' }))
  expect(await screen.findByText('开着')).toBeTruthy()
})
