import { platforms } from './platforms.ts'
import type { PlatformKey } from './platforms.ts'

/**
 * What opens a platform's app on a phone. 抖音's is that of its share by H5 (https://developer.open-douyin.com/docs, 2026-11); the others are
 * what others' programs use, and not tried on a device.
 */
const appSchemes: Readonly<Partial<Record<PlatformKey, string>>> = {
  xiaohongshu: 'xhsdiscover:',
  douyin: 'snssdk1128:',
  kuaishou: 'kwai:',
}

/** Opens the app and nothing in it; null where its own pages do on a phone. */
export function appAddress(platform: PlatformKey): string | null {
  const scheme = appSchemes[platform]
  return scheme === undefined ? null : `${scheme}//`
}

/** Whether an address leads into this platform, its app or its own pages, and nowhere else: what a code of ours may lead on to. */
export function leadsTo(platform: PlatformKey, address: string): boolean {
  const url = URL.parse(address)
  if (!url) return false
  if (url.protocol === appSchemes[platform]) return true
  if (url.protocol !== 'https:' || url.username !== '' || url.port !== '') return false
  return platforms[platform].hosts.some((host) => url.hostname === host || url.hostname.endsWith(`.${host}`))
}
