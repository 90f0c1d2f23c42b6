import type { Wording } from '@mozhou/contracts/wording'

export const platformKeys = [
  'wechat_official',
  'xiaohongshu',
  'douyin',
  'kuaishou',
  'toutiao',
  'baijiahao',
  'zhihu',
  'jianshu',
] as const

export type PlatformKey = (typeof platformKeys)[number]

export const contentTypes = ['article', 'image_text', 'video'] as const
export type ContentType = (typeof contentTypes)[number]

/** How a work reaches an account there; what an account can do is found out when it is connected. */
export const routes = ['api', 'api_draft', 'handoff', 'assisted', 'browser'] as const
export type Route = (typeof routes)[number]

export interface Platform {
  name: Wording
  /** The first is what a text becomes there. */
  contentTypes: readonly [ContentType, ...ContentType[]]
  hosts: readonly string[]
}

export const platforms = {
  wechat_official: {
    name: { zh: '公众号', en: 'WeChat Official Account' },
    contentTypes: ['article', 'image_text'],
    hosts: ['mp.weixin.qq.com'],
  },
  xiaohongshu: {
    name: { zh: '小红书', en: 'Xiaohongshu' },
    contentTypes: ['image_text', 'video'],
    hosts: ['xiaohongshu.com', 'xhslink.com'],
  },
  douyin: {
    name: { zh: '抖音', en: 'Douyin' },
    contentTypes: ['image_text', 'video'],
    hosts: ['douyin.com', 'iesdouyin.com'],
  },
  kuaishou: {
    name: { zh: '快手', en: 'Kuaishou' },
    contentTypes: ['image_text', 'video'],
    hosts: ['kuaishou.com', 'gifshow.com', 'chenzhongtech.com'],
  },
  toutiao: { name: { zh: '今日头条', en: 'Toutiao' }, contentTypes: ['article'], hosts: ['toutiao.com'] },
  baijiahao: {
    name: { zh: '百家号', en: 'Baijiahao' },
    contentTypes: ['article', 'video'],
    hosts: ['baijiahao.baidu.com', 'mbd.baidu.com'],
  },
  zhihu: { name: { zh: '知乎', en: 'Zhihu' }, contentTypes: ['article'], hosts: ['zhihu.com'] },
  jianshu: { name: { zh: '简书', en: 'Jianshu' }, contentTypes: ['article'], hosts: ['jianshu.com'] },
} as const satisfies Record<PlatformKey, Platform>

export const takesContent = (platform: PlatformKey, type: ContentType): boolean =>
  (platforms[platform].contentTypes as readonly ContentType[]).includes(type)

/** What a work becomes there when nobody says: with a film a video where the platform takes one, else its first form. */
export function usualContentType(platform: PlatformKey, hasVideo: boolean): ContentType {
  return hasVideo && takesContent(platform, 'video') ? 'video' : platforms[platform].contentTypes[0]
}
