import type { PlatformKey } from '../../platforms.ts'
import { platforms } from '../../platforms.ts'
import type { FoldedText } from './fold.ts'
import type { Span } from './find-terms.ts'

const address =
  /(?:https?:\/\/|www\.)[a-z0-9][^\s"'<>）)】\]，。；、！？\u4e00-\u9fff]*|(?<![a-z0-9@.-])(?:[a-z0-9-]{2,63}\.){1,3}(?:com|cn|net|org|top|vip|shop|xyz|info|cc|io|me)(?![a-z0-9-])(?:\/[^\s"'<>）)】\]，。；、！？\u4e00-\u9fff]*)?/gu

/** Addresses as text, those of the platform itself aside. */
export function findAddresses({ text, at }: FoldedText, platform: PlatformKey): Span[] {
  return [...text.matchAll(address)]
    .filter(([found]) => !isOwnHost(found, platform))
    .map(({ index, 0: { length } }) => ({ from: Number(at[index]), to: Number(at[index + length]) }))
}

/** Whether an address leads to a host of the platform: compared from the end, so that `zhihu.com.example.org` is none. */
export function isOwnHost(href: string, platform: PlatformKey): boolean {
  const host = /^(?:https?:)?(?:\/\/)?([^/?#:@\\]+)(?=[/?#:]|$)/iu.exec(href)?.[1]?.toLowerCase() ?? ''
  return platforms[platform].hosts.some((own) => host === own || host.endsWith(`.${own}`))
}
