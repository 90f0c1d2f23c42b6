/** One line of the output contract: `【分镜】一个镜头一行；Markdown 表格，列依次为：场景｜画面`. */
export interface AskedSection {
  name: string
  order: string
  shape: 'line' | 'markdown' | 'list' | 'lines' | 'table'
  /** Headings of a table. */
  columns: string[]
  maxChars: number | null
  /** How many items or rows are asked for: `4 到 6 条`. */
  count: { from: number; to: number } | null
  /** May be left empty. */
  isOptional: boolean
}

/** Opens the order for one part of a long work. */
export const partOrder = /现在只写这一部分[：:]\s*([^\n]+?)\s*(?:（第\s*\d+\s*部分[^）\n]*）)?\s*(?:\n|$)/

const contractStart = /(输出格式|格式如下|按(?:照)?(?:以下|下列|如下).{0,10}格式|output\s*format)/i

/** The sections a system prompt asks for after 输出格式, each with its order. */
export function readContract(system: string): AskedSection[] {
  const start = system.search(contractStart)
  if (start < 0) return []
  return system
    .slice(start)
    .split('\n')
    .flatMap((line) => {
      const match = /^\s*【([^【】]{1,14})】(.*)$/.exec(line)
      return match ? [asSection((match[1] ?? '').trim(), (match[2] ?? '').trim())] : []
    })
}

/** A section that nothing more is said of has an empty order. */
export function asSection(name: string, order: string): AskedSection {
  const columns = /Markdown\s*表格，列依次为[：:](.+)$/.exec(order)?.[1]?.split('｜') ?? []
  const limit = /不超过\s*(\d+)\s*个?字/.exec(order)?.[1]
  const count = /(\d+)\s*(?:到|至|[-–~～])\s*(\d+)\s*(?:个|条|行|项|句|张|题|件|页|步)/.exec(order)
  return {
    name,
    order,
    shape: shapeOf(order, columns),
    columns: columns.map((column) => column.trim()).filter((column) => column !== ''),
    maxChars: limit === undefined ? null : Number(limit),
    count: count ? { from: Number(count[1]), to: Number(count[2]) } : null,
    isOptional: /留空/.test(order),
  }
}

function shapeOf(order: string, columns: readonly string[]): AskedSection['shape'] {
  if (columns.length > 0) return 'table'
  if (/每行一|一行一|逐行|每[条项]一行/.test(order)) return 'lines'
  if (/(?:顿号|逗号)分隔/.test(order)) return 'list'
  return /^(?:一行|一段|一句)/.test(order) ? 'line' : 'markdown'
}

/** The running text, which takes the asked length: named as such, or the first that is no list. */
export function mainSectionOf(contract: readonly AskedSection[]): AskedSection | undefined {
  const running = contract.filter(({ shape }) => shape === 'markdown')
  return (
    running.find(({ name }) => /正文|译文|全文|结果|内容|body/i.test(name)) ??
    running.find(({ order, count }) => !/列表/.test(order) && count === null)
  )
}
