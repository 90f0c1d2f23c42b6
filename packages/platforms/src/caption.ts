import type { PlatformPackage } from './platform-package.ts'

const tagMark: Readonly<Partial<Record<PlatformPackage['platform'], (tag: string) => string>>> = {
  wechat_official: (tag) => `#${tag}`,
  xiaohongshu: (tag) => `#${tag}`,
  douyin: (tag) => `#${tag}`,
  kuaishou: (tag) => `#${tag}`,
}

/** What goes into a platform's one field of text: the words, and the tags behind them where they have no field of their own. */
export function captionOf({ platform, body, tags }: PlatformPackage): string {
  if (body.form !== 'text') return ''
  const mark = tagMark[platform]
  const line = mark ? tags.map(mark).join(' ') : ''
  return [body.text, line].filter((part) => part !== '').join('\n\n')
}
