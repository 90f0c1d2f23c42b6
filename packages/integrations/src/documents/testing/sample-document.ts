import type { SourceDocument } from '../port.ts'

const markdown = `## 起跑之前

夜跑让人**安静**，也让人*清醒*。~~旧话~~ 用 \`npm start\` 开始，见 [训练计划](https://example.com/plan?a=1&b=2)。

### 装备

- 反光背心
- 头灯
  - 防水的
  - 轻的
- [x] 已买水壶

1. 热身五分钟
2. 慢跑三公里
3. 拉伸

> 跑得慢，才跑得远。
>
> 第二段引用。

| 项目 | 时间 | 备注 |
| --- | ---: | --- |
| 热身 | 5 分钟 | 别省 \\| 真的 |
| 慢跑 | 25 分钟 | **匀速** |

\`\`\`
const pace = '6:30'
\`\`\`

---

<script>alert(1)</script> 1 &lt; 2 &amp; 3，![夜景](https://example.com/a.png)

5. 从五数起
6. 再来`

export const sampleDocument: SourceDocument = {
  title: '城市夜跑 <入门> & 100% *指南*',
  layout: 'article',
  aiLabel: '本内容由人工智能（AI）生成',
  provenance: { producer: '墨舟', contentId: 'ver_0190' },
  parts: [
    { kind: 'line', field: 'summary', label: '摘要', text: '一句话 [说] 清楚 <b>' },
    { kind: 'markdown', field: 'body', label: null, text: markdown },
    { kind: 'list', field: 'keywords', label: '关键词', items: ['夜跑', '装备_清单'] },
    { kind: 'lines', field: 'notes', label: '要点', items: ['# 不是标题', '1. 不是编号', '第三点，有逗号'] },
    {
      kind: 'table',
      field: 'shots',
      label: '分镜',
      headings: ['场景', '台词'],
      rows: [
        ['街头 | 夜', '走\n两行'],
        ['江边', '跑 & 停'],
      ],
    },
  ],
}

/** Every word of the work that a reader must find again in a file, in order. */
export const sampleWords = [
  '城市夜跑 <入门> & 100% *指南*',
  '摘要',
  '一句话 [说] 清楚 <b>',
  '起跑之前',
  '夜跑让人',
  '安静',
  '也让人',
  '清醒',
  '旧话',
  'npm start',
  '训练计划',
  '装备',
  '反光背心',
  '头灯',
  '防水的',
  '轻的',
  '已买水壶',
  '热身五分钟',
  '慢跑三公里',
  '拉伸',
  '跑得慢，才跑得远。',
  '第二段引用。',
  '项目',
  '备注',
  '别省 | 真的',
  '25 分钟',
  '匀速',
  "const pace = '6:30'",
  '<script>alert(1)</script>',
  '1 < 2 & 3',
  '夜景',
  '从五数起',
  '再来',
  '关键词',
  '夜跑、装备_清单',
  '要点',
  '# 不是标题',
  '1. 不是编号',
  '第三点，有逗号',
  '分镜',
  '场景',
  '街头 | 夜',
  '走',
  '两行',
  '江边',
  '跑 & 停',
]

export const officialDocument: SourceDocument = {
  title: '关于开展夜间健身活动的通知',
  layout: 'official',
  aiLabel: '本内容由人工智能（AI）生成',
  provenance: { producer: '墨舟', contentId: 'ver_0191' },
  parts: [
    { kind: 'line', field: 'urgency', label: '紧急程度', text: '特急' },
    { kind: 'line', field: 'docType', label: '文种', text: '通知' },
    { kind: 'line', field: 'addressee', label: '主送机关', text: '各科室、各街道办事处' },
    {
      kind: 'markdown',
      field: 'body',
      label: null,
      // As models write it and people paste it: single line ends, ordinals as words.
      text: '根据工作安排，现将有关事项通知如下。\n一、总体要求\n坚持安全第一。\n**（一）时间安排。**12 月每周五。\n1. 报名\n2. 参加\n（1）带灯\n## 二、附则\n| 地点 | 人数 |\n| --- | --- |\n| 江边 | 30 |\n\n特此通知。',
    },
    { kind: 'lines', field: 'attachments', label: '附件说明', items: ['活动方案', '报名表。'] },
    { kind: 'line', field: 'signature', label: '落款', text: '市体育局办公室' },
    { kind: 'line', field: 'date', label: '成文日期', text: '2026年11月27日' },
    { kind: 'line', field: 'copyTo', label: '抄送', text: '市委办公室' },
  ],
}

/** Its lines in the order of the standard. */
export const officialWords = [
  '特急',
  '关于开展夜间健身活动的通知',
  '各科室、各街道办事处：',
  '现将有关事项通知如下。',
  '一、总体要求',
  '坚持安全第一。',
  '（一）时间安排。12 月每周五。',
  '1. 报名',
  '2. 参加',
  '（1）带灯',
  '二、附则',
  '地点',
  '江边',
  '特此通知。',
  '附件：1. 活动方案',
  '2. 报名表',
  '市体育局办公室',
  '2026年11月27日',
  '抄送：市委办公室',
  '本内容由人工智能（AI）生成',
]

/** Where each of the words is found, each after the one before; -1 for one that is missing. */
function placesOf(words: readonly string[], text: string): number[] {
  let from = 0
  return words.map((word) => {
    const place = text.indexOf(word, from)
    if (place >= 0) from = place + word.length
    return place
  })
}

/** Words that a file lost or put in another order. */
export function lostWords(words: readonly string[], text: string): string[] {
  const places = placesOf(words, text)
  return words.filter((_word, index) => places[index] === -1)
}
