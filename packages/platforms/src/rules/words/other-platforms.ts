import type { PlatformKey } from '../../platforms.ts'
import type { TermSet } from './find-terms.ts'

const names: Readonly<Record<PlatformKey, string>> = {
  wechat_official: '公众号|微信|视频号|朋友圈',
  xiaohongshu: '小红书|小红薯|小某书|红薯',
  douyin: '抖音|某音|dou音|抖y',
  kuaishou: '快手|某手',
  toutiao: '今日头条|头条号|微头条|西瓜视频',
  baijiahao: '百家号|百度app',
  zhihu: '知乎|逼乎|某乎',
  jianshu: '简书',
}

const elsewhere = '微博|b站|哔哩哔哩|bilibili|淘宝|天猫|京东|拼多多|闲鱼|豆瓣'

const safe = [
  // 快手菜 is cooked quickly, 红薯 is a sweet potato.
  /快手(?:菜|早餐|饭|面|晚餐|汤|午餐|料理|小菜|家常|甜品)|(?:烤|蒸|煮|紫|甜|炸)红薯|红薯(?!上|见|号|账号|搜)/gu,
  /知乎(?=者也)|微信(?:支付|红包|转账|读书|步数)|京东方|豆瓣酱/gu,
]

/** Each platform's readers are asked to stay: the names of the others, and of shops and networks besides. */
export function otherPlatforms(platform: PlatformKey): TermSet {
  return termSets.get(platform) ?? { terms: [], safe }
}

const termSets = new Map<string, TermSet>(
  Object.keys(names).map((own) => {
    const others = Object.entries(names).flatMap(([key, terms]) => (key === own ? [] : [terms]))
    return [own, { terms: [new RegExp([...others, elsewhere].join('|'), 'gu')], safe }]
  }),
)
