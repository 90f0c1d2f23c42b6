export interface Facts {
  /** Every labelled line outside the fences. */
  facts: Record<string, string>
  /** Every fenced text under its label. */
  materials: Record<string, string>
}

/** What a prompt says, label by label; the first of a label counts. */
export function readFacts(text: string): Facts {
  const facts: Record<string, string> = {}
  const materials: Record<string, string> = {}
  const lines = text.split('\n')
  for (let at = 0; at < lines.length; at += 1) {
    const match = /^\s*(?:[-*•]\s*)?([^：:\s<>]{1,16})\s*[：:]\s*(.*)$/.exec(lines[at] ?? '')
    const open = match ? at + 1 : at
    if (lines[open]?.trim() !== '<<<') {
      if (match && match[2] !== '') facts[match[1] ?? ''] ??= (match[2] ?? '').trim()
      continue
    }
    const close = lines.findIndex((line, index) => index > open && line.trim() === '>>>')
    const end = close < 0 ? lines.length : close
    if (match) materials[match[1] ?? ''] ??= lines.slice(open + 1, end).join('\n')
    at = end
  }
  return { facts, materials }
}

const aliases: Record<string, readonly string[]> = {
  落款: ['发文机关', '发布单位', '汇报单位', '单位', '姓名'],
  机构简介: ['机构介绍', '公司介绍', '单位介绍'],
  署名: ['发文机关', '发布单位', '姓名', '汇报人'],
}

/** What the prompt itself says for a short section: 主送机关, 文种 (as 公文文种), 落款 (as 发文机关). */
export function factFor(name: string, facts: Record<string, string>): string | null {
  const names = Object.keys(facts)
  const key =
    names.find((one) => one === name) ??
    names.find((one) => one.endsWith(name) || name.startsWith(one)) ??
    aliases[name]?.find((alias) => facts[alias] !== undefined)
  return key === undefined ? null : (facts[key] ?? null)
}

/** The first number of the first fact whose label matches. */
export function numberIn(facts: Record<string, string>, label: RegExp): number | null {
  const value = Object.entries(facts).find(([key, text]) => label.test(key) && /\d/.test(text))?.[1]
  const found = /\d+(?:\.\d+)?/.exec(value ?? '')?.[0]
  return found === undefined ? null : Number(found)
}

/** A list given under a label that matches: 投放场景：朋友圈、短信. */
export function listIn(facts: Record<string, string>, label: RegExp): string[] {
  const value = Object.entries(facts).find(([key]) => label.test(key))?.[1] ?? ''
  return value
    .split(/[、,，;；]/)
    .map((item) => item.trim())
    .filter((item) => item !== '')
}
