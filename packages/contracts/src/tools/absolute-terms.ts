/**
 * Absolute terms that the advertising law's article 9 (3) names (国家级, 最高级, 最佳) and those that the market regulator treats alike
 * (市场监管总局《广告绝对化用语执法指南》, 2023-02-25). A hit asks for a look: measured facts and self-comparison are allowed.
 */
const patterns: readonly RegExp[] = [
  /国家级|世界级|宇宙级|全球级|顶级|极品|极致|终极|绝无仅有|史无前例|前所未有/gu,
  /最(?:高级?|佳|好|优秀?|强|大|低价?|便宜|先进|新技术|权威|受欢迎|具影响力|安全|有效|专业|正宗|划算|省钱)/gu,
  /(?:全国|全网|全球|世界|行业|销量|同类|中国|业内)(?:排名)?第一|第一品牌|NO\.?\s?1|TOP\.?\s?1|首选品牌|独一无二|唯一(?:选择|品牌)?/giu,
  /100%(?:有效|安全|治愈|成功)|百分之?百(?:有效|安全|成功)|永久(?:有效|不变)|万能|零风险|无副作用|根治|包过|稳赚(?:不赔)?/gu,
  /驰名商标|特供|专供|国家免检|质量免检/gu,
]

/** Each term once, in the order in which it stands in the text. */
export function findAbsoluteTerms(text: string): string[] {
  const hits = patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].map((match) => [match.index, match[0]] as const),
  )
  return [...new Set(hits.toSorted(([left], [right]) => left - right).map(([, term]) => term))]
}
