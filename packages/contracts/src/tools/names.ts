/** What the names of most companies end in, and tells none from another. */
const common = '(?:信息|网络|科技|技术|文化|传媒|传播|教育|咨询|贸易|实业|控股|服务|管理|发展|有限|责任|股份)'
const ending = '(?:公司|集团|大学|学院|银行|医院|研究院|研究所|事务所|协会|基金会)'
const organisation = new RegExp(`([\\p{Script=Han}\\p{Script=Latin}\\d·&]{2,24}?)(${common}*${ending})`, 'gu')
const quotedName = /《([^《》\n]{1,40})》|“([^“”\n]{2,20})”|「([^「」\n]{2,20})」/gu

/** Words that stand before a name and are no part of it: `曾就职于青禾公司`. */
const before =
  /^.*(?:就职于|任职于|毕业于|就读于|加入|供职|来自|应聘|申请|获得|考入|曾在|[在于为从至到是与由])(?=.{2})/u
/** `在公司`, `贵公司`, `上市公司`: no name. */
const general =
  /(?:^$|[贵我该某各]|(?:^|[在到为对])本|(?:^|[两多几一这那])家|^[在两几]|上市|互联网|创业|中小|知名|大型|外资|民营|国有|子|分)$/u

/**
 * Names of organisations (by their ending) and names in quotation marks that `known` does not hold, each once. An organisation is known when
 * the last two characters of its own part stand there: `杭州青禾网络科技有限公司` and `青禾公司` are one.
 */
export function namesNotIn(text: string, known: string): string[] {
  const unknown = [...text.matchAll(organisation)].flatMap(([, head = '', tail = '']) => {
    const own = head.replace(before, '')
    const isKnown = known.includes(Array.from(own).slice(-2).join(''))
    return general.test(own) || isKnown ? [] : [own + tail]
  })
  const quoted = [...text.matchAll(quotedName)]
    .map(([, book, double, corner]) => book ?? double ?? corner ?? '')
    .filter((name) => !known.includes(name))
  return [...new Set([...unknown, ...quoted])]
}
