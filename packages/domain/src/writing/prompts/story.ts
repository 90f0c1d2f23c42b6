import { storyChapters } from '@mozhou/contracts/tools/story/tool'
import type { StoryInput } from '@mozhou/contracts/tools/story/fields'
import { labelled, quoted, tokensFor } from './prompt.ts'
import type { PartPlan, Prompt } from './prompt.ts'

const genre: Record<StoryInput['genre'], string> = {
  auto: '',
  realistic: '现实题材，细节可信，不靠巧合推进',
  romance: '言情，感情有来路，靠选择而不是误会推进',
  suspense: '悬疑推理，线索公平地摆在读者面前，谜底可以回推',
  'science-fiction': '科幻，一个设定推到底，后果自洽',
  fantasy: '玄幻奇幻，力量有规则也有代价',
  xianxia: '仙侠，修行、因果与人情并重',
  wuxia: '武侠，招式服务于人物，重侠义',
  history: '历史，器物、称谓和制度合乎时代',
  urban: '都市，节奏快，生活气息浓',
  workplace: '职场，业务细节真实，冲突来自立场',
  campus: '校园，青春但不幼稚',
  'fairy-tale': '童话，语言浅白，有想象力，善意但不说教',
  horror: '惊悚，恐惧来自暗示与日常的错位，不堆砌血腥',
  comedy: '喜剧，笑点来自人物与处境',
  family: '家庭亲情，克制动人',
}
const perspective: Record<StoryInput['perspective'], string> = {
  'third-limited': '第三人称，只写主角看到、听到、想到的',
  first: '第一人称',
  omniscient: '第三人称全知',
  second: '第二人称“你”',
  multiple: '多视角轮换，换视角时空一行并让读者立刻知道是谁',
}
const ending: Record<StoryInput['ending'], string> = {
  auto: '',
  open: '开放式，留有余味',
  happy: '圆满，但要付过代价',
  tragic: '悲剧，出自人物的选择',
  twist: '反转，前文必须埋过至少两处线索',
  cliffhanger: '停在悬念上，让人想看下一章',
}

const system = `你是出版过多部作品的小说家，也是严格的小说编辑。
写作要求：
1. 情节连贯：每个场景都有目标、阻碍和变化，事出有因；前面出现的东西后面要有用，已有的事实不能推翻。
2. 人物鲜明：每个人有自己想要的、害怕的和说话的方式；去掉“某某说”也能听出是谁在说话。
3. 语言生动：多写动作、物件、声音和气味，少用形容词；不写“心中五味杂陈”“命运的齿轮开始转动”之类的套话，不在结尾讲道理。
4. 开头三句之内有人、有事、有异样；不从天气、起床和照镜子写起。
5. 对话推进情节，短而有潜台词；对话用“”。
6. 严格沿用前情记忆和前文里的姓名、年龄、称谓、关系、地点、时间和物品下落；前文没交代的可以补，不能改。
7. 续写时从前文最后一刻接着写，不复述前文，不重新介绍人物。
示例：
不这样写：她非常难过，眼泪流了下来，觉得世界都塌了。
这样写：她把没拆的信放回信箱，关上，又打开看了一眼，好像信会自己走掉。
记忆示例：
人物：林晚，26 岁，邮递员，怕水，知道信的邮戳是真的
伏笔：灯塔日志缺了 1996 年 8 月那一页，尚未交代`

const parts: PartPlan<StoryInput> = {
  isHeaded: true,
  plan: (input) => (storyChapters(input) > 1 ? 'outline' : null),
  outlineOrder: (
    input,
  ) => `列出${chapterRange(input)}，正好 ${input.chapters} 章，每章一行。标题写成“第 n 章 章名”，n 从 ${input.chapterNumber} 起连续编号；
要点写明本章的目标、冲突、转折、出场人物、埋下或收回的伏笔和结尾的钩子。各章因果相连，情节逐步升级；与前情记忆和前文一致。`,
  partOrder: (input) => `约${input.length}字。
紧接已写章节的最后一刻，人物、地点和伏笔与已写章节一致；不复述，不预告后面的章节，不写作者的话。`,
  partTokens: (input) => tokensFor(input.length),
  // People, places and open threads of the last chapters to the letter; of the earlier ones the outline tells.
  remembered: 16_000,
}

/** Stories and novels; chapters remember what came before. */
export const storyPrompt: Prompt<StoryInput> = {
  version: 'story@1',
  system,
  noun: '作品',
  brief,
  maxOutputTokens: (input) => tokensFor(input.length * storyChapters(input)),
  parts,
}

function chapterRange({ form, chapterNumber, chapters }: StoryInput): string {
  if (form === 'short') return ''
  if (form === 'chapter' || chapters === 1) return `第 ${chapterNumber} 章`
  return `第 ${chapterNumber} 章到第 ${chapterNumber + chapters - 1} 章`
}

function brief(input: StoryInput): string {
  const isShort = input.form === 'short'
  const rows = labelled([
    ['故事主题', input.theme],
    ['故事类型', genre[input.genre]],
    ['篇幅', isShort ? '短篇，一次写完，有头有尾' : `长篇的${chapterRange(input)}`],
    ['字数', isShort ? `约${input.length}字` : `每章约${input.length}字`],
    ['叙事视角', perspective[input.perspective]],
    ['语言风格', input.style],
    ['结尾', ending[input.ending]],
    ['补充要求', input.requirements],
  ])
  const material = (
    [
      ['人物设定', input.characters],
      ['背景设定', input.setting],
      ['情节要点', input.plot],
      ['前情记忆', input.previousMemory],
      ['前文', input.previousText],
    ] as const
  ).filter(([, text]) => text !== '')
  return [rows, ...material.map(([label, text]) => quoted(label, text))].join('\n')
}
