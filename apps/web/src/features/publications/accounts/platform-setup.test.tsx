import { cleanup, screen } from '@solidjs/testing-library'
import { afterEach, expect, it } from 'vitest'
import { showInApp } from '../../../testing/show-in-app.tsx'
import { KeyFields } from './connect-fields.tsx'
import { PlatformSetup } from './platform-setup.tsx'

afterEach(cleanup)

const callbackUrl = 'https://api.example.com/api/v1/publish/callback/wechat_official/pac_1'
const nothing = { values: {}, issues: [], onChange: () => {} }

it('shows our address and the callback before an account is connected, each to be copied', async () => {
  const setup = { egressIps: ['203.0.113.7', '203.0.113.8'], callbackUrl }
  await showInApp(() => <KeyFields way={{ way: 'keys', fields: [], steps: [], setup }} {...nothing} />)
  for (const text of [...setup.egressIps, callbackUrl]) expect(screen.getByText(text)).toBeTruthy()
  expect(screen.getAllByRole('button', { name: '复制出口 IP' })).toHaveLength(2)
  expect(screen.getByRole('button', { name: '复制回调地址' })).toBeTruthy()
})

it('says how the address is found out where nobody has told it', async () => {
  await showInApp(() => <PlatformSetup setup={{ egressIps: [], callbackUrl }} />)
  expect(screen.getByText(/^这里没有登记出口 IP/u)).toBeTruthy()
  expect(screen.queryByRole('button', { name: '复制出口 IP' })).toBeNull()
})

it('asks nothing of a platform that asks nothing', async () => {
  const { container } = await showInApp(() => <PlatformSetup setup={{ egressIps: null, callbackUrl: null }} />)
  expect(container.textContent).toBe('')
})
