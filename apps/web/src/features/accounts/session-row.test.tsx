import type { SessionDto } from '@mozhou/contracts/accounts/answers'
import { cleanup, screen } from '@solidjs/testing-library'
import { afterEach, expect, it } from 'vitest'
import { showInApp } from '../../testing/show-in-app.tsx'
import { SessionRow } from './session-row.tsx'

afterEach(cleanup)

const session: SessionDto = {
  id: 'ses_018f00000000700080000000000000aa',
  app: 'web',
  userAgent: '',
  ipAddress: '127.0.0.1',
  createdAt: '2026-11-01T00:00:00.000Z',
  lastUsedAt: '2026-11-01T00:00:00.000Z',
  isCurrent: false,
}

it('says of the session in use that it is used now, not when its tokens were last renewed', async () => {
  await showInApp(() => <SessionRow session={{ ...session, isCurrent: true }} />)
  expect(screen.getByText('正在使用')).toBeTruthy()
  expect(screen.queryByText(/最近使用/)).toBeNull()
})

it('says of every other one when it was used', async () => {
  await showInApp(() => <SessionRow session={session} />)
  expect(screen.getByText(/最近使用 .*11月1日/)).toBeTruthy()
  expect(screen.queryByText('正在使用')).toBeNull()
})
