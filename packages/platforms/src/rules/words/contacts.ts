import { withDigits } from './fold.ts'
import type { FoldedText } from './fold.ts'
import { findSpans } from './find-terms.ts'
import type { Span, TermSet } from './find-terms.ts'

/** Between the parts of a word or number that somebody wants no program to read. */
const gap = String.raw`[^\p{L}\p{N}\n]{0,3}`
const nearGap = String.raw`[\s.\-_·•*~,，—]{0,2}`
const pattern = (source: string) => new RegExp(source, 'gu')

/** The app by its name and by what people write in its place. */
const app = `(?:微${gap}信|薇${gap}信|威${gap}信|维${gap}信|徽信|v${gap}信|v${gap}x|w${gap}x|wechat|weixin|卫星号|绿泡泡|企微)`

/** What reaches a person outside the platform, letter by letter. */
const details: TermSet = {
  terms: [
    pattern(`${app}(?:号|id)?[:： 是为→➡]{0,3}[a-z][a-z0-9_-]{5,19}(?![a-z0-9])`),
    pattern(`(?<![a-z])(?:q${gap}q|扣扣|企鹅号?)(?:群|号)?[:： 是为]{0,3}[1-9]\\d{4,11}(?!\\d)`),
    /(?<![a-z0-9._%+-])[a-z0-9][a-z0-9._%+-]{0,63}@[a-z0-9-]{1,63}(?:\.[a-z]{2,10}){1,2}/gu,
  ],
  safe: [],
}

const numbers: TermSet = {
  terms: [
    pattern(String.raw`(?<!\d[.]?)1${nearGap}[3-9](?:${nearGap}\d){9}(?![\d.])`),
    pattern(String.raw`(?<!\d)0\d{2,3}[\s-]?[2-8]\d{6,7}(?!\d)`),
    pattern(String.raw`(?<!\d)[48]00[\s-]\d{3}[\s-]?\d{4}(?!\d)`),
  ],
  // 13,800,138,000 is an amount.
  safe: [/\d{1,3}(?:,\d{3}){2,}(?!\d)/gu],
}

/** 零 in a sentence is a word: a number of eleven names and nothing else between them is one to call. */
export function findContacts(folded: FoldedText): Span[] {
  const plain = findSpans(folded, numbers)
  const named = findSpans(withDigits(folded), numbers).filter(
    (span) => !plain.some((other) => other.from < span.to && span.from < other.to),
  )
  return [...findSpans(folded, details), ...plain, ...named].toSorted((one, other) => one.from - other.from)
}

/** What asks readers to go elsewhere. */
export const diversion: TermSet = {
  terms: [
    pattern(`(?<![更增参愈强越])(?:加|➕|\\+|添加|佳|嘉|家)${gap}(?:我|咱|老师|客服|助理)?的?${gap}${app}`),
    /(?<![更增参添愈强越附])(?:加|➕|\+)\s?(?:薇|葳|威|微|维|vx?)(?![a-z0-9]|生|量|小|弱|观|博|波|米|克|笑|调|火|电|妙|积|士|胁|力|望|严|海|护|修|度|持|系|权|创|服|商|型|距|风|醺|软)/gu,
    /私(?:信|聊|我)[^\n。]{0,4}(?:领|发你|拿|获取|要|资料|进群|报价)|(?:滴滴|dd|戳)我(?:领|拿|进群)/gu,
    /(?:扫|识别|长按)[^\n。，]{0,6}(?:二维码|码)(?:[^\n。，]{0,4}(?:加|进|领|关注))?|(?:进|加|入)(?:粉丝|福利|交流|资料|微信|qq)?群(?:领|聊|学|交流|[:：])|加群/gu,
    /(?:评论区?|主页|简介|头像)(?:里|下方)?(?:自取|有(?:联系|我的?(?:微|v|号))|见(?:联系|微))|(?:关注|搜索?)(?:我的?)?(?:公众号|公号|gzh|weixin)/gu,
    pattern(`(?:联系|咨询|报名|合作|详询)[^\\n。]{0,4}${app}`),
    /(?:gzh|公\s?z\s?h|公\s?众\s?浩|公种号|宫中号)/gu,
  ],
  safe: [/扫码(?:支付|付款|枪|点餐|登录|登机|出入)|扫(?:描)?条形码|扫健康码/gu],
}
