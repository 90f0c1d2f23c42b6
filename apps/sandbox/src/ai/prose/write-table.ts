import type { AskedSection } from './contract.ts'
import { measure } from './measure.ts'
import { listOf, numberOf } from './read-form.ts'
import type { Weaver } from './weaver.ts'

/** Spoken Chinese fits so many characters into a second. */
const spokenPerSecond = 5
const secondsPerShot = 6

/** Whole numbers that add up. */
export function split(total: number, count: number): number[] {
  const upTo = (index: number) => Math.floor((total * index) / count)
  return Array.from({ length: count }, (_, index) => upTo(index + 1) - upTo(index))
}

/** What each row is about: a shot and its seconds, which add up to those asked, an asked scene, or a figure that a person gave. */
function subjectsOf({ form }: Weaver['brief'], order: string, isTimed: boolean): Record<string, string>[] {
  const total = numberOf(form, /时长|课时|总时间/) ?? 60
  if (isTimed) return split(total, Math.max(3, Math.round(total / secondsPerShot))).map((秒) => ({ 秒: String(秒) }))
  if (/场景|渠道/.test(order)) return listOf(form, /场景|渠道/).map((场景) => ({ 场景 }))
  const figuresIn = (text: string) => text.match(/\d[\d,.]*(?: ?[%万亿元人次个家]+)?/g) ?? []
  return Object.entries(form.materials)
    .flatMap(([出处, text]) => figuresIn(text).map((数据) => ({ 数据, 出处 })))
    .slice(0, 12)
}

/** A Markdown table from the sample's rows: in turn, or that of a scene, whose name is its first cell, else the last. */
export function writeTable(
  { brief, phrase }: Weaver,
  { columns, order }: AskedSection,
  lines: readonly string[],
): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  const rows = lines.map((row) => row.split(/\s*\|\s*/).slice(1, -1))
  const isTimed = lines.some((row) => row.includes('{秒}'))
  const written = subjectsOf(brief, order, isTimed).map((own, at) => {
    const ofScene = rows.find(([first]) => first === own['场景']) ?? rows.at(-1)
    const row = (own['场景'] === undefined ? rows[at % rows.length] : ofScene) ?? []
    const room = Number(own['秒'] ?? Infinity) * spokenPerSecond
    return columns.map((heading, column) => {
      const cell = phrase(row[column] ?? '', own).replaceAll('|', '\\|')
      return cell === '' || (heading === '台词' && measure(cell) > room) ? '—' : cell
    })
  })
  return [columns, columns.map(() => '---'), ...written].map(line).join('\n')
}
