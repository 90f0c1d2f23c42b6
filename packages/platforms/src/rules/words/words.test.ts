import { describe, expect, it } from 'vitest'
import { findAddresses, isOwnHost } from './addresses.ts'
import { absoluteTerms, milderTerms } from './advertising.ts'
import { financialClaims, medicalClaims } from './claims.ts'
import { diversion, findContacts } from './contacts.ts'
import { findSpans } from './find-terms.ts'
import type { Span, TermSet } from './find-terms.ts'
import { foldText } from './fold.ts'
import { otherPlatforms } from './other-platforms.ts'

const shown = (text: string, spans: readonly Span[]) => spans.map(({ from, to }) => text.slice(from, to))
const terms = (set: TermSet, text: string) => shown(text, findSpans(foldText(text), set))

describe('absolute terms', () => {
  it.each([
    ['全国最佳的面馆', ['最佳']],
    ['行业第一，口碑第一', ['行业第一', '口碑第一']],
    ['顶级食材，极致口感', ['顶级', '极致']],
    ['销量冠军，全网最低价', ['销量冠军', '全网最低价']],
    ['ＮＯ．１ 的选择，TOP1', ['ＮＯ．１', 'TOP1']],
    ['唯一指定，首选品牌，独家秘方', ['唯一', '首选', '独家']],
    ['100%有效，史无前例', ['史无前例', '100%有效']],
    ['国家级配方，世界级工艺', ['国家级', '世界级']],
    ['绝对正宗，永久保鲜，万能清洁剂', ['绝对', '永久', '万能']],
  ])('%s', (text, found) => {
    expect(terms(absoluteTerms, text).toSorted()).toEqual(found.toSorted())
  })

  it.each([
    '第一步先看天气，第一次来的人第一时间到营地',
    '最近最后一班车，最初最终都一样',
    '最好是晴天，最好别下雨，我最好的朋友也来',
    '利益最大化，求最大公约数，最大的收获是安静',
    '最低工资和最低气温，最高人民法院，最高气温',
    '顶级域名，绝对值，绝对路径，永久居留，唯一标识',
    '国家级自然保护区和国家级非物质文化遗产',
    '这不是唯一的办法，没有唯一正确的做法，万能角度尺，最佳实践，最优解',
    '第一，选题要小；第一章；第一人称；市第一中学',
    '第一笔存款，第一台电脑，安全第一',
  ])('are none in: %s', (text) => {
    expect(terms(absoluteTerms, text)).toEqual([])
  })

  it('that have a milder word are terms', () => {
    for (const [term, milder] of Object.entries(milderTerms)) {
      expect(terms(absoluteTerms, `我们的${term}`), term).toEqual([term])
      expect(terms(absoluteTerms, `我们的${milder}`), milder).toEqual([])
    }
  })
})

describe('claims', () => {
  it.each([
    ['三天治愈失眠，无副作用', ['治愈', '无副作用']],
    ['减肥20斤，7天瘦5斤', ['减肥20斤', '7天瘦5斤']],
    ['抗癌防癌，降血糖', ['抗癌', '防癌', '降血糖']],
    ['药到病除，医生推荐', ['药到病除', '医生推荐']],
  ])('medical: %s', (text, found) => {
    expect(terms(medicalClaims, text)).toEqual(found)
  })

  it.each(['治愈系的晚霞，很治愈', '根治拖延', '目前无法治愈，疗效不明', '不能根治'])('are not medical: %s', (text) => {
    expect(terms(medicalClaims, text)).toEqual([])
  })

  it.each([
    ['保本理财，稳赚不赔', ['保本', '稳赚不赔']],
    ['日赚500，月入10万', ['日赚500', '月入10万']],
    ['年化收益率高达12%，零风险', ['年化收益率高达12%', '零风险']],
  ])('financial: %s', (text, found) => {
    expect(terms(financialClaims, text)).toEqual(found)
  })

  it.each([
    '本产品不保本',
    '没有稳赚不赔的买卖',
    '不承诺收益',
    '警惕“稳赚不赔”',
    '不存在零风险',
    '高收益往往意味着高风险',
  ])('are not financial: %s', (text) => {
    expect(terms(financialClaims, text)).toEqual([])
  })
})

describe('contact details', () => {
  it.each([
    ['电话13800138000联系', '13800138000'],
    ['电话 138-0013-8000', '138-0013-8000'],
    ['１３８００１３８０００', '１３８００１３８０００'],
    ['①③⑧⓪⓪①③⑧⓪⓪⓪', '①③⑧⓪⓪①③⑧⓪⓪⓪'],
    ['一三八零零一三八零零零', '一三八零零一三八零零零'],
    ['幺三八〇〇1三8000', '幺三八〇〇1三8000'],
    ['1\u200b3800138000', '1\u200b3800138000'],
    ['座机010-62345678', '010-62345678'],
    ['热线400-123-4567', '400-123-4567'],
    ['微信号：moz_hou2026', '微信号：moz_hou2026'],
    ['V❤信 abc12345', 'V❤信 abc12345'],
    ['薇信：abc12345', '薇信：abc12345'],
    ['ｖｘ：abc12345', 'ｖｘ：abc12345'],
    ['QQ群：123456789', 'QQ群：123456789'],
    ['邮箱 hello@example.com', 'hello@example.com'],
  ])('%s', (text, found) => {
    expect(shown(text, findContacts(foldText(text)))).toEqual([found])
  })

  it.each([
    '营收13,800,138,000元',
    '2026-11-30 12:00',
    '身份证后四位1234',
    '圆周率3.14159265358979',
    '微信支付很方便',
    '一二三四五六七',
    '订单号2026113013800138000',
    '第一百三十八章',
  ])('are none in: %s', (text) => {
    expect(shown(text, findContacts(foldText(text)))).toEqual([])
  })
})

describe('diversion', () => {
  it.each([
    ['加V领资料', '加V'],
    ['加我微信聊', '加我微信'],
    ['➕薇领取', '➕薇'],
    ['＋Ｖ 备注', '＋Ｖ'],
    ['私信领资料', '私信领资料'],
    ['扫二维码进群', '扫二维码进'],
    ['加群交流', '加群交流'],
    ['关注我的公众号', '关注我的公众号'],
    ['gzh同名', 'gzh'],
  ])('%s', (text, found) => {
    expect(terms(diversion, text)[0]).toBe(found)
  })

  it.each([
    '增加微生物，添加维生素，更加微妙',
    '加维护成本，加微量盐，加微波炉',
    '扫码支付',
    '成为VIP，加VIP',
    '收到一条私信',
    '参加威海马拉松',
  ])('is none in: %s', (text) => {
    expect(terms(diversion, text)).toEqual([])
  })
})

describe('addresses', () => {
  const addresses = (text: string) => shown(text, findAddresses(foldText(text), 'zhihu'))

  it.each([
    ['见https://example.com/p/1。', ['https://example.com/p/1']],
    ['见 www.example.cn', ['www.example.cn']],
    ['见 www.example.org，还有', ['www.example.org']],
    ['到example.com看', ['example.com']],
    ['HTTPS://EXAMPLE.COM/A', ['HTTPS://EXAMPLE.COM/A']],
    ['站内 https://zhuanlan.zhihu.com/p/1 可以', []],
    ['冒充 https://zhihu.com.example.org/ 不行', ['https://zhihu.com.example.org/']],
    ['版本 node.js 24.1，3.14', []],
    ['写信给 me@example.com', []],
  ])('%s', (text, found) => {
    expect(addresses(text)).toEqual(found)
  })

  it.each([
    ['https://zhihu.com', true],
    ['https://www.zhihu.com:443/x', true],
    ['https://evilzhihu.com', false],
    ['https://zhihu.com@example.org/', false],
    ['https://example.org/?zhihu.com', false],
    ['https://example.org\\.zhihu.com', false],
  ])('whether %s is the platform’s own', (href, isOwn) => {
    expect(isOwnHost(href, 'zhihu')).toBe(isOwn)
  })
})

describe('names of other platforms', () => {
  it.each([
    ['xiaohongshu', '抖音和B站都有，小红书也有', ['抖音', 'B站']],
    ['douyin', '搬到小红书', ['小红书']],
    ['wechat_official', '公众号和微信读书', []],
    ['toutiao', '三道快手菜', []],
    ['baijiahao', '烤红薯真香，京东方开会', []],
    ['kuaishou', '知乎者也', []],
  ] as const)('%s: %s', (platform, text, found) => {
    expect(terms(otherPlatforms(platform), text)).toEqual(found)
  })
})

it('a folded text leads back to where each of its characters stood', () => {
  const text = 'Ａ\u200b😀①é号'
  const folded = foldText(text)
  expect(folded.text).toBe('a😀1é号')
  expect(folded.at).toHaveLength(folded.text.length + 1)
  expect(text.slice(Number(folded.at[3]), Number(folded.at[4]))).toBe('①')
})
