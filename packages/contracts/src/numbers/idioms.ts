/** Words that are written with a numeral and count nothing. */
const chinese = [
  '零下|十分(?!钟|鐘|之)|万分(?!之)|千万(?=[别不要记注小当]|莫)|万一|万万|百分百|一百分|万能|万物|万事|万维|百姓|百货|百科|百合|百叶|千方百计|千家万户|成千上万',
  '(?:周|星期|礼拜|週)[一二三四五六]|初[一二三四五六七八九十]|十二生肖',
  '三心二意|三番五次|三番两次|三三两两|三天两头|三年五载|三言两语|三思|三明治|三轮|三角|三文鱼|三星(?!级)|三伏|三国|三明|三亚|三峡|三里屯|三门峡|五台山|五道口|七台河|六盘水|九寨沟|张三|李四|王五',
  '五湖四海|四面八方|四周|四季|四处|四肢|五花八门|五颜六色|五光十色|五彩|五官|五金|五谷|七上八下|七嘴八舌|七手八脚|乱七八糟|七七八八|7 ?[×xX*] ?24 ?小时|七夕|八卦|九牛一毛|九死一生|十全十美|十面埋伏',
  '接二连三|朝三暮四|颠三倒四|丢三落四|不三不四|低三下四|举一反三|略知一二|说三道四|挑三拣四|再三|第三者|二维码|二手|二胡|二者',
  '一心一意|一五一十|一清二楚|一干二净|一举两得|一石二鸟|一刀两断|一波三折|一日三秋|一带一路|两败俱伤|两全其美|进退两难|三长两短|三生有幸|三足鼎立|百年树人|十年树木|十年如一日|百花齐放|百家争鸣',
  '半导体|半岛|半途而废|半信半疑|半推半就|半径|半决赛|事半功倍|一星半点|大半|小半|多半|过半|半成品|半夜',
  '五一(?=假|节|劳|期|前|后|长|小)|双十一|双十二|十一(?=假|黄金周|长假|期间)|六一(?=儿)|三八(?=妇|节)|五四(?=运|青|精)|国庆七天乐',
  '千里之行|千里迢迢|万里长城|万水千山|千山万水|千言万语|千变万化|千篇一律|一成不变|八成新|九九归一|百闻不如一见|百发百中|百折不挠',
].join('|')
const english = [
  '24/7|50[-/]50|20/20|9[- ]to[- ]5|nine[- ]to[- ]five|fifty[- ]fifty|one or two|two or three|a (?:hundred|thousand|million) (?:times|thanks|words|and one)|one in a million',
  'cloud nine|second to none|the seven seas|seven wonders|forty winks|at sixes and sevens|six feet under|two cents|two-way|catch[- ]22|nine lives|ten to one',
  'five-year plan|double (?:11|12|eleven|twelve)|a dozen or so|at once|one another|no one|anyone|one day|one-stop|square one',
].join('|')

const words = {
  zh: new RegExp(`(?<![零〇一二两三四五六七八九十百千万亿点點\\d])(?:${chinese})`, 'gu'),
  en: new RegExp(`(?<!\\p{L})(?:${english})(?!\\p{L})`, 'giu'),
} as const

/** From where to where sayings stand in a text. */
export function idiomsOf(text: string): { start: number; end: number }[] {
  return [words.zh, words.en].flatMap((pattern) =>
    [...text.matchAll(pattern)].map(({ index, 0: saying }) => ({ start: index, end: index + saying.length })),
  )
}
