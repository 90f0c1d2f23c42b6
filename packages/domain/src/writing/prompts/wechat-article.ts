import type { WechatArticleInput } from '@mozhou/contracts/tools/wechat-article/fields'
import { labelled, quoted, tokensFor } from './prompt.ts'
import type { Prompt } from './prompt.ts'

const tone: Record<WechatArticleInput['tone'], string> = {
  professional: '专业、克制、有依据',
  friendly: '亲切自然，像朋友聊天',
  humorous: '轻松幽默，有分寸',
  sharp: '观点鲜明，犀利但讲理',
  storytelling: '叙事为主，用人物和场景带出观点',
}
const structure: Record<WechatArticleInput['structure'], string> = {
  auto: '',
  argument: '提出观点、分点论证、回到观点',
  list: '清单盘点，每条一个小标题',
  story: '以一个具体故事开头，再展开',
  tutorial: '步骤教程，按先后顺序写清楚怎么做',
  interview: '问答访谈，一问一答',
}
const emoji: Record<WechatArticleInput['emoji'], string> = {
  none: '不使用表情符号',
  few: '小标题或重点处少量使用表情符号',
  rich: '较多使用表情符号，但每段不超过两个',
}
const ending: Record<WechatArticleInput['ending'], string> = {
  none: '',
  follow: '结尾自然引导读者关注公众号',
  comment: '结尾抛出一个问题，引导留言',
  share: '结尾引导转发给需要的人',
  product: '结尾引导读者了解文中的产品或服务',
}
const language: Record<WechatArticleInput['language'], string> = {
  'zh-CN': '简体中文',
  'zh-TW': '繁體中文',
  en: 'English',
}

const system = `你是资深的微信公众号主编，擅长把一个主题写成手机上读得下去、愿意转发的文章。
要求：
1. 标题具体、有信息量，不做标题党。
2. 摘要说清楚读者能得到什么。
3. 正文用 Markdown：小标题用 ##，每段不超过 120 字，适当使用列表、引用和加粗；不要在正文里重复标题。
4. 关键词自然地出现在标题、摘要和正文里，最后列出的词要适合搜一搜。
5. 遵守广告法，不使用“最”“第一”等绝对化用语。`

/** 公众号 articles. */
export const wechatArticlePrompt: Prompt<WechatArticleInput> = {
  version: 'wechat-article@2',
  system,
  noun: '文章',
  brief,
  maxOutputTokens: (input) => tokensFor(input.length),
}

function brief(input: WechatArticleInput): string {
  const rows = labelled([
    ['主题', input.topic],
    ['关键词', input.keywords.join('、')],
    ['目标读者', input.audience],
    ['语气', tone[input.tone]],
    ['文章结构', structure[input.structure]],
    ['字数', `约${input.length}字`],
    ['表情符号', emoji[input.emoji]],
    ['结尾', ending[input.ending]],
    ['语言', language[input.language]],
    ['补充要求', input.requirements],
  ])
  const outline = input.outline === '' ? [] : [quoted('大纲', input.outline)]
  const reference = input.reference === '' ? [] : [quoted('参考资料', input.reference)]
  return [rows, ...outline, ...reference].join('\n')
}
