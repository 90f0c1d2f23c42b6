import { cleanup, fireEvent, screen } from '@solidjs/testing-library'
import { afterEach, expect, it, vi } from 'vitest'
import { quietClient, showInApp } from '../../testing/show-in-app.tsx'
import { Scan } from './bind-wechat.tsx'
import { payeeBinding } from './queries.ts'

afterEach(cleanup)

const bindingId = 'pbd_018f00000000700080000000000000aa'
const start = { bindingId, url: 'https://wechat.test/scan', expiresAt: '2026-11-30T00:10:00.000Z', sandboxUrl: null }

it('lets a WeChat account that is bound be scanned again, since unsaved it lapses', async () => {
  const client = quietClient([[payeeBinding(bindingId).queryKey, { status: 'bound', accountMark: 'oABC****6o8Q' }]])
  const [onBound, onAgain] = [vi.fn<(id: string) => void>(), vi.fn<() => void>()]
  await showInApp(() => <Scan start={start} onBound={onBound} onAgain={onAgain} />, client)
  expect(screen.getByRole('status').textContent).toContain('oABC****6o8Q')
  expect(onBound).toHaveBeenCalledExactlyOnceWith(bindingId)
  fireEvent.click(screen.getByRole('button', { name: '重新扫码' }))
  expect(onAgain).toHaveBeenCalledOnce()
})
