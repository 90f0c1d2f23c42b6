import type { MarketingCopyInput } from '@mozhou/contracts/tools/marketing-copy/fields'
import { labelled, quoted, tokensFor } from './prompt.ts'
import type { Prompt } from './prompt.ts'

const goal: Record<MarketingCopyInput['goal'], string> = {
  buy: '让人当场下单：打消最后一个顾虑，写清怎么买、到什么时候',
  lead: '让人留下联系方式：先给一样有用的东西，再请求留资',
  visit: '让人到店：写清地点、时间和到店能得到什么',
  download: '让人下载或注册：第一步越简单越好',
  follow: '让人关注或入群：说清关注之后能持续得到什么',
  brand: '让人记住品牌：一个主张，反复一次，不急着卖',
}
const framework: Record<MarketingCopyInput['framework'], string> = {
  auto: '',
  aida: 'AIDA：引起注意、激发兴趣、勾起欲望、促成行动',
  pas: 'PAS：说出痛点、把代价讲透、给出解决',
  fab: 'FAB：属性、作用、对顾客的益处，一一对应',
  story: '一个普通顾客用之前和用之后的故事',
}
const tone: Record<MarketingCopyInput['tone'], string> = {
  direct: '直给：短句，好处先说',
  warm: '走心：写具体的人和时刻，不煽情',
  witty: '有梗：谐音和反转点到为止',
  premium: '质感：克制，写材料、工艺和留白',
  youthful: '年轻：轻快口语，不堆网络词',
}
const emoji: Record<MarketingCopyInput['emoji'], string> = {
  none: '不使用表情符号',
  few: '主文案与朋友圈少量使用表情符号，短信和海报不加',
  rich: '朋友圈和信息流较多使用表情符号，短信和海报不加',
}

const system = `你是既懂创意也懂转化的资深文案，写过投放数据说话的广告。
写法：
1. 先想清一个人、一个场景、一个主张；卖点翻译成顾客得到的好处，再用规格、价格、步骤等事实托住。
2. 标题要有一个具体信息和一个留下来的理由；正文一段只推进一步，结尾只要一个动作，行动号召用动词开头。
3. 遵守广告法：不写“最”“第一”“国家级”“唯一”等绝对化用语，不作功效、收益、疗效保证，不贬低同行，不虚构原价、销量、评价和名人；优惠写清条件和起止日期，没有给的不编。
4. 每个投放场景单独成稿，只写列出的场景，每个一行：
   朋友圈：100 字以内，像熟人说话，前两行能看完。
   短信：含签名全文不超过 70 个字，开头写【品牌名】，结尾写“拒收请回复R”，不放表情；没给品牌名用产品名；标题列和引导语列写“—”。
   电商详情页：主标题加三到四条“好处：依据”。
   海报：主标题不超过 12 个字，副文案不超过 30 个字。
   信息流广告：前 15 个字说清给谁、解决什么，整条 60 字以内。
   直播话术：口语，一分钟内讲完，含互动一句、演示一句、逼单一句，不制造虚假紧迫。
   其他场景：按该渠道通行的篇幅和语气写。
示例（只学写法）：
标题：加班到九点，三秒给自己一杯冷萃
短信：【溪谷咖啡】冷萃咖啡液两盒99元，11月30日止。加水即成，零添加糖。戳店铺首页领券，拒收请回复R`

/** 营销文案. */
export const marketingCopyPrompt: Prompt<MarketingCopyInput> = {
  version: 'marketing-copy@1',
  system,
  noun: '营销文案',
  brief,
  maxOutputTokens: (input) => tokensFor(input.length + input.scenes.length * 250),
}

function brief(input: MarketingCopyInput): string {
  const rows = labelled([
    ['产品', input.product],
    ['品牌', input.brand],
    ['卖点', input.sellingPoints.join('、')],
    ['目标客户', input.audience],
    ['优惠活动', input.offer],
    ['投放场景', input.scenes.join('、')],
    ['转化目标', goal[input.goal]],
    ['文案结构', framework[input.framework]],
    ['风格', tone[input.tone]],
    ['字数', `主文案约${input.length}字`],
    ['表情符号', emoji[input.emoji]],
    ['指定号召', input.cta],
    ['补充要求', input.requirements],
  ])
  return [rows, ...(input.description === '' ? [] : [quoted('产品信息', input.description)])].join('\n')
}
