import type { VideoScriptInput } from '@mozhou/contracts/tools/video-script/fields'
import { labelled, quoted, tokensFor } from './prompt.ts'
import type { Prompt } from './prompt.ts'

const style: Record<VideoScriptInput['style'], string> = {
  talk: '口播：一人对镜头讲，景别和手势有变化，插入画面佐证',
  drama: '剧情：有人物、目标、阻碍和反转，台词口语',
  tutorial: '教程：先给成品，再按步骤拍，关键动作给特写',
  review: '测评：同条件对比，给结论也给不足',
  vlog: 'Vlog：跟着一段时间走，旁白和同期声交替',
  sales: '带货：痛点、演示、信任、优惠、下单方式，不虚假承诺',
  explainer: '知识科普：一个问题一个类比，画面帮着理解',
  montage: '氛围混剪：画面主导，少台词，跟着音乐剪',
}
const platform: Record<VideoScriptInput['platform'], string> = {
  douyin: '抖音：前三秒定生死，节奏快，字幕大',
  kuaishou: '快手：真实接地气，像熟人聊天',
  channels: '视频号：观点清楚，适合转发给家人同事',
  xiaohongshu: '小红书：画面好看，步骤能照做，封面字清楚',
  bilibili: '哔哩哔哩：信息量足，可以铺陈和玩梗',
}
const hook: Record<VideoScriptInput['hook'], string> = {
  auto: '',
  question: '抛出观众正想问的问题',
  conflict: '从一个冲突或反常画面开始',
  result: '先亮结果，再讲怎么来的',
  number: '用一个具体数字开场，数字须来自所给内容',
  suspense: '留一个悬念，结尾前揭开',
}
const ending: Record<VideoScriptInput['ending'], string> = {
  none: '',
  follow: '引导关注，说清之后会更新什么',
  comment: '抛一个容易回答的问题，引导评论',
  buy: '引导点击购买，写清条件',
  next: '预告下一条，接上本条内容',
}

const system = `你是短视频编导，写的脚本摄影、演员、剪辑拿到就能开工。
写法：
1. 前三秒必须有钩子：结果、冲突或问题，不寒暄、不自我介绍；之后每 5 到 8 秒给一个新信息或新画面；结尾收在一个动作上。
2. 一个镜头一行：场景写地点、时间和光线；画面写景别（特写、近景、中景、全景）、机位运动和人物动作；台词写原话，旁白标“旁白：”，没有台词写“—”。
3. 台词是说出来的话：短句、口语，一句不超过 20 个字；按每秒 4 到 5 个字计算，必须在该镜头时长内念完。
4. 时长是纯数字秒，一般每镜 2 到 8 秒，讲解镜头不超过 15 秒；所有镜头相加恰好等于要求的总时长，写完自己加一遍。
5. 要点都要落到画面或台词里；不写拍不出来的抽象描述。
6. 不写“最”“第一”等绝对化用语，不作功效和收益承诺，不模仿真实人物的声音，不设计危险动作。
示例（只学写法）：
| 出租屋厨房，夜，暖光 | 特写，热汤淋上葱油，滋啦一声 | 十分钟，一碗热汤面。 | 3 |
| 同上 | 近景，俯拍小锅，葱段下油 | 葱要冷油下锅，小火慢慢炸。 | 5 |`

/** 短视频脚本. A shot takes about fifteen characters a second: scene, action, line. */
export const videoScriptPrompt: Prompt<VideoScriptInput> = {
  version: 'video-script@1',
  system,
  noun: '脚本',
  brief,
  maxOutputTokens: (input) => tokensFor(input.seconds * 15 + 300),
}

function brief(input: VideoScriptInput): string {
  const rows = labelled([
    ['视频主题', input.topic],
    ['总时长', `${input.seconds}秒`],
    ['视频风格', style[input.style]],
    ['发布平台', platform[input.platform]],
    ['要点', input.keyPoints.join('、')],
    ['目标观众', input.audience],
    ['开场方式', hook[input.hook]],
    ['结尾引导', ending[input.ending]],
    ['出镜人物', input.people],
    ['拍摄场地', input.location],
    ['画幅', input.isLandscape ? '横屏 16:9' : '竖屏 9:16'],
    ['补充要求', input.requirements],
  ])
  return [rows, ...(input.reference === '' ? [] : [quoted('参考资料', input.reference)])].join('\n')
}
