import type { AskedSection } from './contract.ts'
import { listOf, numberOf } from './read-form.ts'
import { split } from './write-body.ts'
import type { Weaver } from './weaver.ts'

const spokenPerSecond = 4

interface Row {
  index: number
  /** The asked scene, where scenes were asked for. */
  scene: string | null
  /** What the row's time column holds. */
  time: number
}

/** A Markdown table with a row for each asked scene; times add up to the asked total. */
export function writeTable(asked: AskedSection, weaver: Weaver): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', '<br>')).join(' | ')} |`
  const say = speaker(weaver)
  const rows = planRows(asked, weaver).map((row) =>
    line(asked.columns.map((heading) => writeCell(heading, row, weaver, say))),
  )
  return [line(asked.columns), line(asked.columns.map(() => '---')), ...rows].join('\n')
}

function planRows(asked: AskedSection, weaver: Weaver): Row[] {
  const { brief, random } = weaver
  const scenes = /场景|渠道/.test(asked.order) ? listOf(brief.form, /场景|投放渠道/) : []
  if (scenes.length > 0) return scenes.map((scene, index) => ({ index, scene, time: 0 }))
  const isSourced = asked.columns.some((heading) => /^数[据字]/.test(heading))
  const figures = isSourced ? figuresOf(weaver).slice(0, 12) : []
  if (figures.length > 0) return figures.map((_, index) => ({ index, scene: null, time: 0 }))
  const isTimed = asked.columns.some((heading) => /秒|分钟|时长/.test(heading))
  const total = isTimed ? (numberOf(brief.form, /时长|课时|总时间/) ?? 60) : null
  const count = asked.count ? random.between(asked.count.from, asked.count.to) : 4
  const times = total === null ? [] : split(total, Math.max(3, Math.min(30, Math.round(total / 6))))
  return Array.from({ length: times.length || count }, (_, index) => ({ index, scene: null, time: times[index] ?? 0 }))
}

/** The figures that a person gave, and where each stands. */
function figuresOf({ brief }: Weaver): { figure: string; label: string }[] {
  return Object.entries(brief.form.materials).flatMap(([label, text]) =>
    [...text.matchAll(/\d[\d,.]*(?: ?[%万亿元人次个家]+)?/g)].map(([figure]) => ({ figure, label })),
  )
}

function writeCell(heading: string, row: Row, weaver: Weaver, say: (seconds: number) => string): string {
  const { brief, random, sample, words, topic } = weaver
  const isSms = /短信/.test(row.scene ?? '')
  const word = words[row.index % words.length] ?? topic
  if (/秒|分钟|时长/.test(heading)) return String(row.time)
  if (/标题/.test(heading)) return isSms ? '—' : weaver.line('title', 20)
  if (/台词|旁白|口播/.test(heading)) return say(row.time)
  if (/画面|镜头|动作/.test(heading)) return weaver.line('shot')
  if (/引导|号召|CTA/i.test(heading)) return isSms ? '—' : random.pick(sample.items['行动号召'] ?? ['马上试一试'])
  if (/^数[据字]/.test(heading)) return figuresOf(weaver)[row.index]?.figure ?? word
  if (/来源|出处|依据/.test(heading)) return `用户材料：${figuresOf(weaver)[row.index]?.label ?? topic}`
  if (/场景|渠道/.test(heading)) return row.scene ?? brief.form.facts['拍摄场地'] ?? '室内，自然光'
  return isSms ? textMessage(word, weaver) : (weaver.take(40)[0] ?? word)
}

/** Signed, with the way out, and within 70 characters. */
function textMessage(word: string, { brief, topic }: Weaver): string {
  const brand = brief.form.facts['品牌'] ?? brief.form.facts['品牌名'] ?? topic
  return `【${Array.from(brand).slice(0, 12).join('')}】${topic}：${word}，今天就领取（沙盒示例）。拒收请回复R`
}

/** Lines that can be said within a shot, each beginning where the last one stopped. */
function speaker({ sample, fill }: Weaver) {
  const lines = (sample.lines['line'] ?? []).flatMap((text) => text.match(/[^。？！]+[。？！]/g) ?? [])
  let next = 0
  return (seconds: number): string => {
    let text = ''
    for (let tries = 0; tries < lines.length; tries += 1) {
      const line = fill(lines[next % lines.length] ?? '') ?? ''
      const fits = Array.from(text + line).length <= seconds * spokenPerSecond
      if (!fits && text !== '') break
      next += 1
      if (fits) text += line
    }
    return text === '' ? '—' : text
  }
}
