import { splitSections } from './texts.ts'

const contractStart = /(输出格式|格式如下|按(?:照)?(?:以下|下列|如下).{0,10}格式|output\s*format)/i

/** The sections that a prompt asks for after 输出格式, each with its order. */
export function readContract(prompt: string): AskedSection[] {
  const start = prompt.search(contractStart)
  const asked = start < 0 ? [] : splitSections(prompt.slice(start)).filter(({ name }) => name !== '')
  return asked.map(({ name, text }) => asSection(name, text.split('\n', 1)[0] ?? ''))
}

/** One line of the contract, `【分镜】一个镜头一行；Markdown 表格，列依次为：场景｜画面`; one that nothing more is said of has an empty order. */
export function asSection(name: string, order = '') {
  const columns = /Markdown\s*表格，列依次为[：:](.+)$/.exec(order)?.[1]?.split('｜') ?? []
  const [, from, to] = /(\d+)\s*(?:到|至|[-–~～])\s*(\d+)\s*(?:个|条|行|项|句|张|题|件|页|步)/.exec(order) ?? []
  return {
    name,
    order,
    shape: columns.length > 0 ? ('table' as const) : shapeOf(name, order),
    columns: columns.map((column) => column.trim()),
    maxChars: Number(/不超过\s*(\d+)\s*个?字/.exec(order)?.[1] ?? Infinity),
    count: from === undefined ? null : { from: Number(from), to: Number(to) },
  }
}
export type AskedSection = ReturnType<typeof asSection>

function shapeOf(name: string, order: string) {
  if (/每行一|一行一|逐行|每[条项]一行|Markdown 列表/.test(order)) return 'lines'
  if (/(?:顿号|逗号)分隔/.test(order) || (order === '' && /关键词|标签|keyword|tag/i.test(name))) return 'list'
  const isLine = order === '' ? /标题|题名|摘要|title|summary/i.test(name) : /^(?:一行|一段|一句)/.test(order)
  return isLine ? 'line' : 'markdown'
}

/** The running text, which takes the asked length: named as such, or the first there is. */
export function mainSectionOf(contract: readonly AskedSection[]): AskedSection | undefined {
  const running = contract.filter(({ shape, count }) => shape === 'markdown' && count === null)
  return running.find(({ name }) => /正文|译文|全文|结果|内容|body/i.test(name)) ?? running[0]
}
