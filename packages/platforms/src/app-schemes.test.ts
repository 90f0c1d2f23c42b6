import { expect, it } from 'vitest'
import { appAddress, leadsTo } from './app-schemes.ts'
import { platformKeys, platforms } from './platforms.ts'

it.each(platformKeys)('an address of %s leads there, and to no other platform', (platform) => {
  const own = [`https://${platforms[platform].hosts[0]}/x`, `https://creator.${platforms[platform].hosts[0]}/x`]
  for (const address of [...own, ...[appAddress(platform)].filter((one) => one !== null)]) {
    expect(leadsTo(platform, address), address).toBe(true)
    expect(platformKeys.filter((key) => key !== platform && leadsTo(key, address))).toEqual([])
  }
})

it.each([
  'https://evil.test/',
  'https://douyin.com.evil.test/',
  'https://douyin.com@evil.test/',
  'https://evil@douyin.com/',
  'https://evildouyin.com/',
  'http://www.douyin.com/',
  'https://www.douyin.com:8443/',
  'javascript:alert(1)//snssdk1128:',
  'data:text/html,snssdk1128://',
  'intent://openplatform/share#Intent;scheme=snssdk1128;end',
  '//evil.test',
  '/h/abc',
  '',
])('leads nowhere: %s', (address) => {
  expect(platformKeys.filter((key) => leadsTo(key, address))).toEqual([])
})
