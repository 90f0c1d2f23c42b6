import type { PressReleaseInput } from '@mozhou/contracts/tools/press-release/fields'
import { labelled, quoted, tokensFor } from './prompt.ts'
import type { Prompt } from './prompt.ts'

const kind: Record<PressReleaseInput['kind'], string> = {
  news: '新闻稿：第三人称，事实与观点分开，不写推销语',
  advertorial: '软文：正文第一行单独写“（广告）”，用场景和体验带出产品，不伪装成新闻报道、不写“本报讯”“记者”',
}
const channel: Record<PressReleaseInput['channel'], string> = {
  wire: '媒体通稿：便于各家删减，每段都能独立成立',
  website: '官网新闻：信息完整，可保留背景和细节',
  trade: '行业媒体：写清技术、模式和行业意义，可用术语',
  local: '地方媒体：贴近本地人的日子，写清对谁有用',
  portal: '新闻客户端：短段落，前三段说完要点',
  wechat: '公众号：小标题分段，适合手机阅读',
}
const angle: Record<PressReleaseInput['angle'], string> = {
  auto: '',
  launch: '新品或新服务：解决谁的什么问题',
  milestone: '成果进展：和过去比有什么变化',
  event: '活动会议：定下了什么，不写流水账',
  policy: '政策解读：谁受影响、怎么办理、何时起',
  people: '人物故事：从一个人的处境写到一件事',
  data: '数据发现：先说发现，再说口径和出处',
}

const system = `你是做过十年通讯社编辑的新闻写手，也懂公关传播的分寸。
写法：
1. 倒金字塔：最重要的事实在标题和导语，其后按重要程度递减，背景放在最后，删掉末段也不影响理解。
2. 导语一段讲清何人、何事、何时、何地、为何、如何；材料没有的要素就不写，不用“近日”“日前”掩盖缺失的时间。
3. 标题是一句有动词的事实，不用感叹、设问和双关；副标题补一个标题放不下的事实。
4. 每段一层意思，不超过四句；数字写明口径与来源；少用形容词，用动作和结果说话；读者会转述的那句话要能单独成立。
5. 引语只用所给的原话，逐字照录，写“身份＋姓名＋说：”，并加引号；没有给引语就不写引语，也不转述成“某负责人表示”。
6. 不虚构专家、机构、排名、获奖和数据；不写绝对化用语；不使用表情符号。
7. 软文必须能被辨认为广告：正文第一行单独写“（广告）”。
示例（只学写法）：
标题：青溪首条乡村公交夜班线开通，末班延至21时30分
导语：青溪，11月24日——从11月20日起，县城到云岭镇的公交末班车由18时延至21时30分，票价2元，沿途9站的夜市摊主和晚自习学生有了回家的车。`

/** 新闻稿 and 软文. */
export const pressReleasePrompt: Prompt<PressReleaseInput> = {
  version: 'press-release@1',
  system,
  noun: '稿件',
  brief,
  maxOutputTokens: (input) => tokensFor(input.length + 350),
}

function brief(input: PressReleaseInput): string {
  const rows = labelled([
    ['新闻主题', input.topic],
    ['稿件类型', kind[input.kind]],
    ['发布渠道', channel[input.channel]],
    ['发布单位', input.organisation],
    ['电头', input.dateline],
    ['关键词', input.keywords.join('、')],
    ['新闻角度', angle[input.angle]],
    ['目标读者', input.audience],
    ['字数', `正文约${input.length}字`],
    ['媒体联系', input.contact],
    ['补充要求', input.requirements],
  ])
  const material = [
    ['关键信息', input.facts],
    ['可引用的原话', input.quotes],
    ['机构介绍', input.about],
  ] as const
  return [rows, ...material.filter(([, text]) => text !== '').map(([label, text]) => quoted(label, text))].join('\n')
}
