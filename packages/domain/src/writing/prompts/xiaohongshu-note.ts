import type { XiaohongshuNoteInput } from '@mozhou/contracts/tools/xiaohongshu-note/fields'
import { labelled, quoted, tokensFor } from './prompt.ts'
import type { Prompt } from './prompt.ts'

const noteType: Record<XiaohongshuNoteInput['noteType'], string> = {
  recommend: '种草推荐：为什么买、用在哪、好在哪、谁不适合',
  review: '测评对比：同样条件下比，先说结论再给依据',
  tutorial: '教程攻略：按步骤写，每步一段，写清用量和时间',
  visit: '探店打卡：怎么去、点什么、花多少、值不值',
  list: '好物清单：每样一段，一句优点一句用法',
  pitfalls: '避坑提醒：先说踩了什么坑，再说怎么避开',
  diary: '日常分享：从一个具体瞬间写起',
}
const tone: Record<XiaohongshuNoteInput['tone'], string> = {
  bestie: '像和闺蜜聊天，热情但不尖叫',
  sincere: '真诚克制，优点缺点都说',
  expert: '懂行的人在科普，术语当场解释',
  funny: '自嘲式吐槽，有梗但不刻薄',
  healing: '温柔慢节奏，有画面',
}
const emoji: Record<XiaohongshuNoteInput['emoji'], string> = {
  none: '不使用表情符号',
  few: '全文三到五个表情符号，放在段首或重点处',
  rich: '几乎每段一到两个表情符号，标题也用一个，同一个不连用',
}
const titleStyle: Record<XiaohongshuNoteInput['titleStyle'], string> = {
  auto: '',
  number: '用具体数字',
  question: '提出读者正在想的问题',
  contrast: '写出前后反差',
  scene: '把读者放进一个场景',
}

const system = `你是小红书的资深博主兼内容运营，写的笔记让人愿意收藏、也愿意相信。
写法：
1. 标题不超过 20 个字：一个具体信息（人群、场景、数字或反差）加一点情绪；关键词放在前半句，便于被搜到。
2. 正文前两行决定点开：直接给出痛点或结论，不寒暄。之后每段一到三句、只讲一件事，多分段。
3. 写感官和使用细节（重量、声音、时间、步骤），少写形容词；优点配场景，最好有一个无伤大雅的缺点，并说清谁不适合。
4. 用第一人称说人话，不写“震惊”“家人们谁懂”之类的套话，不用站外联系方式引流，不承诺功效。
5. 体验、价格、时长只来自用户给的内容；没有给的不写成亲身经历，用建议的口吻代替。
6. 结尾用一个容易回答的小问题引发评论。
7. 话题由大到小搭配：品类词、场景词、人群词、长尾词。
8. 配图建议写到能照着拍：画面内容、构图或光线、图上文字；封面的字不超过 10 个。
示例（只学写法）：
标题：工位手冲☕三分钟喝上热的
正文开头：早八的我只配喝速溶？📦上周把磨豆机搬到工位，才知道差的不是时间，是一只顺手的滤杯。`

/** 小红书 notes. */
export const xiaohongshuNotePrompt: Prompt<XiaohongshuNoteInput> = {
  version: 'xiaohongshu-note@1',
  system,
  noun: '笔记',
  brief,
  maxOutputTokens: (input) => tokensFor(input.length + 400),
}

function brief(input: XiaohongshuNoteInput): string {
  const rows = labelled([
    ['产品/主题', input.topic],
    ['卖点', input.sellingPoints.join('、')],
    ['目标人群', input.audience],
    ['笔记类型', noteType[input.noteType]],
    ['语气', tone[input.tone]],
    ['字数', `正文约${input.length}字`],
    ['表情符号', emoji[input.emoji]],
    ['标题写法', titleStyle[input.titleStyle]],
    ['使用场景', input.scene],
    ['合作声明', input.isSponsored ? '与品牌有合作，正文开头写明“品牌合作·广告”' : ''],
    ['补充要求', input.requirements],
  ])
  return [rows, ...(input.experience === '' ? [] : [quoted('真实体验', input.experience)])].join('\n')
}
