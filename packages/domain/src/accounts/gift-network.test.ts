import { expect, it } from 'vitest'
import { giftNetworkOf } from './gift-network.ts'

it.each([
  ['203.0.113.7', '203.0.113.0/24'],
  ['203.0.113.255', '203.0.113.0/24'],
  ['203.0.114.7', '203.0.114.0/24'],
  ['::ffff:203.0.113.7', '203.0.113.0/24'],
  ['2001:db8:1:2ab::9', '2001:db8:1:200::/56'],
  ['2001:db8:1:2ff:1::', '2001:db8:1:200::/56'],
  ['2001:db8:1:3ff::1', '2001:db8:1:300::/56'],
  ['2001:db8:1:12::1', '2001:db8:1:0::/56'],
  ['::1', '0:0:0:0::/56'],
  ['fe80::1%eth0', 'fe80:0:0:0::/56'],
  ['unknown', 'unknown'],
])('%s is of %s', (address, network) => {
  expect(giftNetworkOf(address)).toBe(network)
})
