import type { Brief } from '../brief.ts'
import type { AskedSection } from '../contract.ts'
import { listIn, numberIn } from '../facts.ts'
import type { Voice } from '../voice.ts'
import { callsToAction, framings, shortLines } from '../zh/short-lines.ts'

const isTime = (heading: string) => /秒|分钟|时长/.test(heading)
const isSms = (scene: string) => /短信/.test(scene)
const spokenPerSecond = 4

interface RowPlan {
  index: number
  /** The asked scene, where scenes were asked for. */
  scene: string | null
  /** What the row's time column holds. */
  time: number
}

/** A Markdown table with a row for each asked scene; times add up to the asked total. */
export function writeTable(asked: AskedSection, brief: Brief, voice: Voice): string {
  const rows = planRows(asked, brief, voice)
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', '<br>')).join(' | ')} |`
  return [
    line(asked.columns),
    line(asked.columns.map(() => '---')),
    ...rows.map((row) => line(asked.columns.map((heading) => writeCell(heading, row, brief, voice)))),
  ].join('\n')
}

function planRows(asked: AskedSection, brief: Brief, voice: Voice): RowPlan[] {
  const scenes = asked.columns.some((heading) => /场景|渠道/.test(heading)) ? listIn(brief.facts, /场景|投放渠道/) : []
  if (scenes.length > 0 && /场景|渠道/.test(asked.order))
    return scenes.map((scene, index) => ({ index, scene, time: 0 }))
  const total = asked.columns.some(isTime) ? numberIn(brief.facts, /时长|课时|总时间/) : null
  const times = total === null ? [] : split(total, Math.max(3, Math.min(30, Math.round(total / 6))))
  const count = asked.count ? voice.random.between(asked.count.from, asked.count.to) : 4
  const all = times.length > 0 ? times : Array.from({ length: count }, () => voice.random.between(3, 10))
  return all.map((time, index) => ({ index, scene: null, time }))
}

/** Whole numbers that add up. */
export function split(total: number, count: number): number[] {
  return Array.from(
    { length: count },
    (_, index) => Math.floor((total * (index + 1)) / count) - Math.floor((total * index) / count),
  )
}

function writeCell(heading: string, row: RowPlan, brief: Brief, voice: Voice): string {
  if (brief.language === 'en' && !/序号|编号|时长|秒|分钟/.test(heading)) return voice.sayWithin('claims', 80)
  const word = voice.keywords[row.index % voice.keywords.length] ?? voice.topic
  if (isTime(heading)) return String(row.time)
  if (/序号|编号/.test(heading)) return String(row.index + 1)
  if (/金额|数量|占比|分值|费用|预算/.test(heading)) return String(voice.random.between(2, 20))
  if (/标题/.test(heading)) return isSms(row.scene ?? '') ? '—' : voice.sayWithin('titles', 20)
  if (/台词|旁白|口播/.test(heading)) return spoken(row.time * spokenPerSecond, word, voice)
  if (/画面|镜头|动作/.test(heading)) return `${voice.random.pick(framings)}，${word}的细节慢慢出现在画面里`
  if (/引导|号召|CTA/i.test(heading)) return isSms(row.scene ?? '') ? '—' : voice.random.pick(callsToAction)
  if (/^数[据字]/.test(heading)) return givenNumber(row.index, brief) ?? word
  if (/来源|出处|依据/.test(heading)) return `用户材料：${Object.keys(brief.materials)[0] ?? brief.topic}`
  if (/术语|原词|词语/.test(heading)) return word
  if (/场景|渠道/.test(heading))
    return row.scene ?? brief.facts['拍摄场地'] ?? voice.random.pick(voice.book.fillers['地'] ?? [voice.topic])
  if (isSms(row.scene ?? '')) return textMessage(word, brief, voice)
  return voice.sayWithin('claims', 48)
}

const givenNumber = (index: number, brief: Brief) =>
  Object.values(brief.materials)
    .join('\n')
    .match(/\d[\d,.]*\s*[%万亿元人次个家]*/g)
    ?.[index]?.trim()

/** Signed, with the way out, and within 70 characters. */
function textMessage(word: string, brief: Brief, voice: Voice): string {
  const brand = brief.facts['品牌'] ?? brief.facts['品牌名'] ?? voice.topic
  const text = `${voice.topic}：${word}，${voice.random.pick(callsToAction)}（沙盒示例）。拒收请回复R`
  return `【${Array.from(brand).slice(0, 12).join('')}】${text}`
}

function spoken(room: number, word: string, voice: Voice): string {
  const fill = (pattern: string) =>
    pattern.replaceAll('{题}', voice.topic).replaceAll('{词2}', voice.topic).replaceAll('{词}', word)
  let text = ''
  for (const pattern of voice.random.shuffle(shortLines)) {
    const line = fill(pattern)
    if (Array.from(text + line).length <= room) text += line
  }
  return text === '' ? '—' : text
}
