import { simplified } from './traditional.ts'
import type { TableColumn } from './section.ts'

/** What the trades call a column; the first name of a group is the heading that tools ask for. */
const synonyms: readonly (readonly string[])[] = [
  ['场景', '景别', '镜头', '地点', 'shot', 'location', 'setting'],
  ['画面', '内容', '动作', '画面内容', '镜头内容', '画面描述', '描述', 'visual', 'content', 'description'],
  ['台词', '旁白', '对白', '口播', '解说', '解说词', '文案', 'dialogue', 'narration', 'voiceover'],
  ['时长', '秒数', '时间', '秒', 'duration', 'time', 'length'],
  ['场景标题', '标题', '题目', 'headline'],
  ['文案', '正文', '内容', 'text', 'content'],
  ['引导语', '行动号召', '号召', '引导', 'cta', 'calltoaction'],
  ['数据', '数字', '数值', '指标', 'data', 'number'],
  ['来源', '出处', '数据来源', '依据', 'origin'],
]

/** Columns that number the rows. */
const counting = /^(?:镜号|镜头号?|镜次|序号?|编号|号|行号|场次|#|no\.?|id|index|number|shot|step)$/u

/** In characters, marks and brackets included. */
const longestName = 40

/** A name as it is compared: without marks, blanks and what stands in brackets. */
const plainName = (text: string) =>
  simplified(text)
    .replaceAll(/[*`\s"“”]|[（(].*?[）)]/gu, '')
    .toLowerCase()

const ownNames = ({ field, heading, label }: TableColumn) => [heading, label.zh, label.en, field].map(plainName)

const otherNames = ({ heading }: TableColumn) => synonyms.find(([first]) => first === plainName(heading)) ?? []

/** Names are compared for every row of a text that is read again with every word that comes. */
const namesOfColumns = new WeakMap<readonly TableColumn[], (readonly string[])[][]>()

function namesOf(columns: readonly TableColumn[]): (readonly string[])[][] {
  const known = namesOfColumns.get(columns) ?? [columns.map(ownNames), columns.map(otherNames)]
  namesOfColumns.set(columns, known)
  return known
}

/** The column that each name stands for, null for a name of none. A column's own name goes before what the trade calls it. */
export function columnsNamed(names: readonly string[], columns: readonly TableColumn[]): (TableColumn | null)[] {
  const plain = names.map((name) => (name.length > longestName ? '' : plainName(name)))
  const found: (TableColumn | null)[] = names.map(() => null)
  for (const named of namesOf(columns)) {
    plain.forEach((name, at) => {
      const isFree = (column: TableColumn, place: number) =>
        named[place]?.includes(name) === true && !found.includes(column)
      if (name !== '') found[at] ??= columns.find(isFree) ?? null
    })
  }
  return found
}

/** `1`, `镜头 3`, `第二条` in a column that numbers the rows: their order says it. */
export const isCount = (name: string, text: string) =>
  counting.test(plainName(name)) &&
  /^[\s#]*(?:第|镜头?|shot|scene|no\.?)?\s*(?:\d+|[一二三四五六七八九十]+)?\s*[条个镜行步项.、]?$/iu.test(text)

/** What is spoken is said word for word: no remark stands there. */
export const isSpoken = ({ heading }: TableColumn) => plainName(heading) === '台词'
