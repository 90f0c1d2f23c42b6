/**
 * What is asked of a model that nobody moderates is looked at here first: words for what no picture of the platform may show. Short on
 * purpose: it stops what is asked for plainly, and the models of vendors have filters of their own.
 */
const refused = [
  /色情|裸体|裸露|全裸|性交|做爱|口交|强奸|轮奸|淫秽|性虐|乱伦/u,
  /(?:儿童|未成年|幼女|萝莉|小学生).{0,6}(?:性感|内衣|裸|诱惑)/u,
  /血腥|斩首|肢解|分尸|虐杀|自残|割腕/u,
  /恐怖袭击|圣战|纳粹|法西斯|万字旗/u,
  /吸毒|制毒|冰毒|海洛因/u,
  /\b(?:porn\w*|nude|nudity|naked|nsfw|hentai|rape\w*|sexual|erotic\w*|gore|behead\w*|lolita|nazi|swastika)\b/iu,
] as const

export const isRefusedWording = (text: string): boolean =>
  refused.some((pattern) => pattern.test(text.normalize('NFKC').replaceAll(/\s+/gu, ' ')))
