/** What a unit measures, how much of the common measure it is, and how it is written. */
const rows: readonly (readonly [kinds: string, factor: number, written: string])[] = [
  ['m', 1_000, '公里|千米|km|kilometers?|kilometres?|キロ(?:メートル)?'],
  ['m', 1, '米(?!饭|粉|线|其|兰)|公尺|m|meters?|metres?|メートル'],
  ['m', 0.01, '厘米|公分|cm|centimeters?|centimetres?'],
  ['m', 0.001, '毫米|mm|millimeters?|millimetres?'],
  ['m', 1_609.344, '英里|miles?'],
  ['m', 0.3048, '英尺|feet|foot|ft'],
  ['m', 0.0254, '英寸|inch|inches'],
  ['g', 1_000, '公斤|千克|kg|kilograms?|kilos?'],
  ['g', 500, '市?斤(?!斤)'],
  ['g', 1, '克(?!服|隆|拉|制)|g|grams?'],
  ['g', 0.001, '毫克|mg|milligrams?'],
  ['g', 1e6, '公?吨|tonnes?|metric tons?|tons?'],
  ['g', 453.592_37, '磅|lbs?|pounds?'],
  ['m2', 1, '平方米|平方公尺|平米|平方(?!米|公|千|英|厘)|㎡|m²|m2|square meters?|square metres?|sq\\.? ?m|sqm'],
  ['m2', 1e6, '平方公里|平方千米|km²|km2|square kilometers?|square kilometres?|sq\\.? ?km'],
  ['m2', 1e4, '公顷|hectares?|ha'],
  ['mu', 1, '亩|mu'],
  ['l', 1_000, '立方米|m³|m3|cubic meters?|cubic metres?'],
  ['l', 1, '升(?!至|到|级|高|温|值|为|学|职)|l|liters?|litres?'],
  ['l', 0.001, '毫升|ml|milliliters?|millilitres?'],
  ['c', 1, '℃|°C|摄氏度|degrees? celsius|degrees? centigrade'],
  ['f', 1, '℉|°F|华氏度|degrees? fahrenheit'],
  ['month', 12, '周?岁|年(?!级|纪|代|度)|years?(?![ -](?:on|over)[ -]year)|yrs?|년'],
  ['month', 1, '个多?月|個月|か月|months?|개월'],
  ['month', 3, '个?季度|quarters?'],
  ['s', 604_800, '个?(?:周(?!岁|年|边|围|转|期|末|刊|报)|星期|礼拜)|weeks?|週間'],
  ['s', 86_400, '天(?!气|空|然|文|津|下|才|生|使|猫|赋|线|花)|days?'],
  ['s', 3_600, '个?(?:小时|小時|钟头)|hours?|hrs?|h|時間'],
  ['s', 900, '刻钟?'],
  ['s', 60, '分钟|分鐘|minutes?|mins?|분'],
  ['s', 1, '秒钟?|seconds?|secs?|s|초'],
  ['CNY', 1, '元人民币|人民币元|人民币|元(?!旦|素|宵|老|月)|圆|yuan|rmb|cny|renminbi'],
  ['USD', 1, '美元|美金|u\\.?s\\.? dollars?|usd|ドル|달러'],
  ['EUR', 1, '欧元|歐元|euros?|eur|€'],
  ['GBP', 1, '英镑|英鎊|british pounds?|pounds? sterling|gbp'],
  ['JPY', 1, '日元|日圆|円|yen|jpy'],
  ['HKD', 1, '港元|港币|港幣|hong kong dollars?|hkd'],
  ['TWD', 1, '新台币|新臺幣|台币|twd'],
  ['KRW', 1, '韩元|韓元|won|krw|원'],
  ['USD|HKD|TWD|AUD|CAD|SGD', 1, 'dollars?|bucks?'],
  ['GBP', 1, 'pounds?'],
  [
    'ratio',
    0.01,
    '[%％]|per ?cent|pct|процент\\p{L}*|pour ?cent|prozent|por ciento|por cento|per ?cento|phần trăm|persen|peratus|เปอร์เซ็นต์|في المئة|بالمئة|퍼센트|パーセント',
  ],
  ['ratio', 0.001, '‰'],
  [
    'points',
    0.01,
    'percentage[ -]points?|per ?cent points?|pct points?|pp|points de pourcentage|prozentpunkten?|puntos porcentuales|процентн\\p{L}* пункт\\p{L}*|퍼센트포인트|%포인트|%p|パーセントポイント|%ポイント',
  ],
  ['points', 0.000_1, '个?基点|個?基點|basis points?|bps'],
]
/** Written before the number. */
const signs: readonly (readonly [kinds: string, written: string])[] = [
  ['CNY|JPY', '[¥￥]'],
  ['CNY', 'RMB|CNY|人民币'],
  ['USD', 'US\\$|USD|美元'],
  ['HKD', 'HK\\$|HKD|港币'],
  ['TWD', 'NT\\$|TWD|新台币'],
  ['USD|HKD|TWD|AUD|CAD|SGD', '\\$'],
  ['EUR', '€|EUR'],
  ['GBP', '£|GBP'],
  ['JPY', 'JPY'],
  ['KRW', '₩|KRW'],
]

const words = rows.flatMap(([kinds, factor, written]) => {
  return written.split(/\|(?![^([]*[)\]])/u).map((word) => ({ kinds: kinds.split('|'), factor, word }))
})
/** What is left of a pattern without what it looks ahead for. */
const visible = (word: string) => word.replaceAll(/\(\?![^)]*\)/gu, '').length
const bounded = (word: string) => (/\p{Script=Latin}/u.test(word) ? `${word}(?!\\p{Script=Latin})` : word)

/** For patterns that ignore case; longer words stand first. */
export const unitPattern = `(?:${words
  .map(({ word }) => word)
  .toSorted((left, right) => visible(right) - visible(left))
  .map(bounded)
  .join('|')})`
export const signPattern = `(?:${signs.map(([, written]) => written).join('|')})`

const whole = words.map((row) => ({ ...row, pattern: new RegExp(`^(?:${row.word})$`, 'iu') }))
const money = signs.map(([kinds, written]) => ({ kinds: kinds.split('|'), pattern: new RegExp(`^${written}$`, 'iu') }))

export interface Unit {
  kind: string
  factor: number
}

/** Every unit that a word or a sign before a number can be. */
export function unitsOf(written: string): Unit[] {
  const behind = whole.filter(({ pattern }) => pattern.test(written))
  const before = money.filter(({ pattern }) => pattern.test(written)).map((row) => ({ ...row, factor: 1 }))
  return [...behind, ...before].flatMap(({ kinds, factor }) => kinds.map((kind) => ({ kind, factor })))
}
