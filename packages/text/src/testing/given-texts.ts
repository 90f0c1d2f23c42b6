import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A text that was once lost or changed on its way to a reader. */
export interface GivenText {
  name: string
  markdown: string
  /** What every form shows, in this order; white space aside. */
  words: readonly string[]
  /** What no form shows. */
  marks: readonly string[]
}

const words: Record<string, { words: readonly string[]; marks?: readonly string[] }> = {
  'emphasis-beside-marks': {
    words: [
      '春天适合出门。选地方要近，车程一小时以内最好。还有一点：“轻装”上阵最省力。',
      '帐篷：三季帐就够了。',
      '睡袋（薄款）带一条。',
      '这是《露营手册》里写的。',
      '他说“别忘了水。”然后走了。',
    ],
    marks: ['*'],
  },
  'lone-tildes': {
    words: ['预算在200~300元之间，人数3~5人，气温15~18℃。营地好美呀~下次还来~大家一起吧~', '原价500元', '现价300元。'],
    marks: ['~~'],
  },
  formulas: {
    words: [
      '$C(x_1,x_2)=a_1x_1+b_2*x_2*y_3$',
      String.raw`\(a_{1}\)`,
      String.raw`\(b_{2}\)`,
      String.raw`\[E = \frac{1}{N}\sum_{i=1}^{N} (y_i - \hat{y}_i)^2\]`,
      String.raw`$$\begin{aligned}p &= 1 \\q &= 2\end{aligned}$$`,
      '集合 {1,2} 与 100% 的关系。',
    ],
  },
  'angle-brackets': {
    words: [
      '尊敬的 <Company Name> 负责人：请把 <your-name> 换成姓名。',
      '系统弹出 <System> 提示：等级 < 5 且 经验 > 3。泛型 List<String> 与 Map<Key, Value>。',
      '<主角姓名> 走进了 <城市>。',
      '<p>这一段带标签</p>',
    ],
  },
  'ticks-alignment-start': {
    words: ['待办：', '☑ 订营地', '☐ 买炭', '☑ 借车', '左', '右', 'a', '10', '第一步做完再看：', '第三步', '第四步'],
    marks: ['[x]', '[ ]', '--', '|'],
  },
  'footnotes-and-definitions': {
    words: [
      '去年营地增加了三成[^1]，投诉减少了一半[^2]。',
      '[^1]: 数据来自营地协会年度统计。',
      '[^2]: 见协会公报，第 3 期。',
      '[备注]: 出发前请电话确认。',
      '[1]: 王小明.露营指南[M].2020.',
    ],
  },
  'nested-lists': {
    words: [
      '步骤如下：',
      '选地点',
      '先看地图。',
      '备装备',
      '帐篷',
      '睡袋',
      '薄款',
      '厚款',
      '中间一段话。',
      '出发',
      '回家',
      '2024. 这一年我们去了三次。',
      '☑ 订营地',
      '☐ 买炭',
    ],
  },
  'table-and-code': {
    words: [
      '各项费用如下：',
      '项目',
      '单价（元）',
      '备注',
      '帐篷',
      '1200',
      'A|B 两款',
      '睡袋',
      '80',
      '一行',
      '二行',
      '炉具',
      '9',
      '含 气罐',
      '以上为参考价。',
      '后面还有一段。',
      '安装步骤：',
      'cd ~/camp   &&  ls -l',
      'echo "两个  空格"',
      'if [ 1 -lt 2 ]; then',
      'echo ok',
      'fi',
      '完。',
    ],
    marks: ['```', '**', '<br>', 'bash'],
  },
  'chinese-quotes': { words: ['为贯彻“安全第一”方针——以下简称“办法”……现通知如下。'] },
  'indented-paragraphs': {
    words: [
      '春天来了，我们去城郊露营，这一段用四个空格做首行缩进。',
      '第二段同样是四个空格开头的，重点在这里。',
      '第三段用两个全角空格开头。',
    ],
    marks: ['**'],
  },
  'lines-below-prose': {
    words: ['第一部分说的是怎样选地点，这是一整段普通的正文，不是标题。', '第二部分说的是装备。', '第三部分收尾。'],
  },
  'bare-addresses': {
    words: [
      '预订请看https://example.com/camp。谢谢大家，或访问 www.example.com，也可发信到 hi@example.com。另见（https://example.com/a?b=1）和https://example.com/路线图。',
    ],
  },
  'every-mark-once': {
    words: [
      '开头一段话，说的是怎样选地点。',
      '第一项要点',
      '第二项要点',
      '普通段落在这里写完了。',
      '重点内容要加粗结束。',
      '项目',
      '价',
      '帐篷',
      '12',
      '第三步',
      '第四步',
    ],
    marks: ['*', '|', '---'],
  },
}

const readGiven = (file: string) => readFileSync(join(import.meta.dirname, 'texts', file), 'utf8')

export const readText = (name: string): string => readGiven(`${name}.md`)

export const givenTexts: readonly GivenText[] = Object.entries(words).map(([name, { words: shown, marks = [] }]) => ({
  name,
  markdown: readText(name),
  words: shown,
  marks,
}))

/** Characters that no file may hold, between words that it must. */
export const controlCharacters = String(JSON.parse(readGiven('control-characters.json')))
