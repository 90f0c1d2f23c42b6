// 主题：… · **主题**：… · - 主题（必填）: … · 1. 主题：… · 【主题】…
const labelled =
  /^\s*(?:[-*•]\s+|\d+[.、)]\s*|#{1,4}\s*)?(?:\*\*)?(?:【([^【】]{1,16})】\s*[:：]?|([^：:\s<>*【】（(]{1,16}(?: [a-z]{1,12}){0,2})(?:\*\*)?\s*(?:[（(][^）)]*[）)])?\s*[：:])(?:\*\*)?\s*(.*)$/i

/** What a prompt says in labelled lines, what it holds in fences under a label, and both; the first of a label counts. */
export function readForm(text: string) {
  const facts: Record<string, string> = {}
  const materials: Record<string, string> = {}
  const lines = text.split('\n')
  for (let at = 0; at < lines.length; at += 1) {
    const [, bracketed, plain, value = ''] = labelled.exec(lines[at] ?? '') ?? []
    const label = (bracketed ?? plain)?.trim()
    const isFenced = lines[label === undefined ? at : at + 1]?.trim() === '<<<'
    if (isFenced || (label !== undefined && value.trim() === '')) {
      // Between fences all is material whatever it looks like; without them it ends at the next label.
      const start = at + (label !== undefined && isFenced ? 2 : 1)
      const isEnd = (line: string) => (isFenced ? line.trim() === '>>>' : labelled.test(line))
      const end = lines.findIndex((line, index) => index >= start && isEnd(line))
      const pasted = lines.slice(start, end < 0 ? undefined : end).join('\n')
      if (label !== undefined) materials[label] ??= isFenced ? pasted : pasted.trim()
      at = end < 0 ? lines.length : isFenced ? end : end - 1
    } else if (label !== undefined) facts[label] ??= value.trim()
  }
  return { facts, materials, said: { ...materials, ...facts } }
}
export type Form = ReturnType<typeof readForm>

export function valueOf(said: Form['said'], label: RegExp): string | null {
  return Object.entries(said).find(([key, value]) => label.test(key) && value !== '')?.[1] ?? null
}

export const numberOf = ({ said }: Form, label: RegExp, usual: number) =>
  Number(/\d+/.exec(valueOf(said, label) ?? '')?.[0] ?? usual)

/** A list given under a label that matches: 投放场景：朋友圈、短信. */
export function listOf(said: Form['said'], label: RegExp): string[] {
  const items = (valueOf(said, label) ?? '').split(/[、，,;；|\n]+|\s{2,}/)
  return [...new Set(items.flatMap((item) => item.trim().replace(/^#|[。.]$/g, '') || []))]
}
