export type LabelKey =
  | 'topic'
  | 'keywords'
  | 'audience'
  | 'tone'
  | 'length'
  | 'extra'
  | 'language'
  | 'source'
  | 'requirement'
  | 'written'
  | 'outline'
  | 'reference'
  | 'ending'

const words: Record<LabelKey, string> = {
  topic:
    '[一-龥]{0,4}主题|事由|项目名称|求职意向|(?:应聘|求职|目标)?岗位|题目|选题|话题|产品/主题|产品|topic|subject|theme',
  keywords: 'SEO\\s*关键词|核心关键词|关键词|关键字|卖点|要点|关键点|知识点|亮点|关键信息|key\\s*words?|key\\s*points?',
  audience:
    '目标读者|目标受众|目标人群|目标客户|目标观众|教学对象|学生水平|读者|受众|target\\s*(?:audience|readers?)|audience|readers?',
  tone: '语气风格|文章风格|语气|风格|文风|tone|style',
  length: '目标字数|字数要求|文章字数|正文字数|目标长度|字数|篇幅|长度|word\\s*count|length|words',
  extra: '补充要求|其他要求|额外要求|补充说明|特别要求|备注|additional\\s*(?:requirements?|notes?)|extra|notes?',
  language: '输出语言|写作语言|目标语言|语言|(?:output\\s*)?language',
  source:
    '现有版本|本部分原文|原文片段|原文内容|原文|原稿|原内容|待优化内容|待优化文本|待改写内容|original(?:\\s*text)?|source(?:\\s*text)?',
  requirement: '优化要求|改写要求|修改要求|优化方向|优化目标|修改意见|instructions?|optimi[sz]ation',
  outline: '文章大纲|大纲|提纲|outline',
  reference: '参考资料|参考内容|素材|资料|reference|material',
  ending: '结尾引导|结尾方式|结尾',
  written: '已写内容|已写部分|已有内容|已生成内容|已完成内容|前文|上文|written\\s*so\\s*far|already\\s*written',
}

const keys = Object.keys(words) as LabelKey[]

// 主题：… · **主题**：… · - 主题（必填）: … · 【主题】…
const matchers = keys.map((key) => ({
  key,
  pattern: new RegExp(
    `^\\s*(?:[-*•]\\s*|\\d+[.、)]\\s*|#{1,4}\\s*)?(?:\\*\\*)?(?:【(?:${words[key]})】\\s*[:：]?|(?:${words[key]})(?:\\*\\*)?\\s*(?:[（(][^）)]*[）)])?\\s*[:：])(?:\\*\\*)?\\s*(.*)$`,
    'i',
  ),
}))

/** Labels whose value may run over many lines. */
const longLabels: ReadonlySet<LabelKey> = new Set<LabelKey>([
  'source',
  'written',
  'extra',
  'requirement',
  'outline',
  'reference',
])
/** Labels whose value is pasted text; it may hold empty lines and lines that look like labels themselves. */
const pastedLabels: ReadonlySet<LabelKey> = new Set<LabelKey>(['source', 'written', 'reference'])
const endersOfText: ReadonlySet<LabelKey> = new Set<LabelKey>([
  'source',
  'written',
  'requirement',
  'extra',
  'length',
  'language',
])

function labelOf(line: string): { key: LabelKey; value: string } | null {
  for (const { key, pattern } of matchers) {
    const match = pattern.exec(line)
    if (match !== null) return { key, value: match[1] ?? '' }
  }
  return null
}

function closesText(key: LabelKey, line: string): boolean {
  const label = labelOf(line)
  if (pastedLabels.has(key)) return label !== null && endersOfText.has(label.key) && label.key !== key
  return label !== null || line.trim() === ''
}

/** Text between `<<<` and `>>>` is material whatever it looks like. */
function readFenced(lines: readonly string[], open: number): { text: string; end: number } | null {
  if (lines[open]?.trim() !== '<<<') return null
  const close = lines.findIndex((line, index) => index > open && line.trim() === '>>>')
  const end = close < 0 ? lines.length : close
  return { text: lines.slice(open + 1, end).join('\n'), end }
}

const fences = /^\s*(?:```\w*|"""|<<<+|>>>+|<\/?[\w-]+>|---+)\s*$/

function tidyText(text: string): string {
  const lines = text.split('\n')
  while (lines.length > 0 && (lines[0]?.trim() === '' || fences.test(lines[0] ?? ''))) lines.shift()
  while (lines.length > 0 && (lines.at(-1)?.trim() === '' || fences.test(lines.at(-1) ?? ''))) lines.pop()
  return lines.join('\n')
}

/** A label this list does not know, with material behind it. */
const opensFence = (lines: readonly string[], at: number) =>
  /[：:]\s*$/.test(lines[at] ?? '') && lines[at + 1]?.trim() === '<<<'

/** The rest of a long value, and the index of its last line. */
function readLong(key: LabelKey, lines: readonly string[], from: number): { text: string; end: number } {
  const fenced = readFenced(lines, from + 1)
  if (fenced !== null) return fenced
  let end = from
  while (end + 1 < lines.length && !closesText(key, lines[end + 1] ?? '') && !opensFence(lines, end + 1)) end += 1
  return { text: lines.slice(from + 1, end + 1).join('\n'), end }
}

/** Values of labelled lines in a prompt; the last of a kind wins. */
export function readLabels(text: string): Partial<Record<LabelKey, string>> {
  const found: Partial<Record<LabelKey, string>> = {}
  const lines = text.split('\n')
  for (let at = 0; at < lines.length; at += 1) {
    const label = labelOf(lines[at] ?? '')
    if (label === null) {
      at = readFenced(lines, at)?.end ?? at
      continue
    }
    const rest = longLabels.has(label.key) ? readLong(label.key, lines, at) : { text: '', end: at }
    at = rest.end
    const tidy = tidyText(label.value === '' ? rest.text : [label.value, rest.text].join('\n'))
    if (tidy !== '') found[label.key] = tidy
  }
  return found
}
