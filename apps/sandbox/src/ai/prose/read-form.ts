/** What a prompt says in labelled lines, and what it holds in fences under a label; the first of a label counts. */
export interface Form {
  facts: Record<string, string>
  materials: Record<string, string>
}

// 主题：… · **主题**：… · - 主题（必填）: … · 1. 主题：… · 【主题】…
const labelled =
  /^\s*(?:[-*•]\s+|\d+[.、)]\s*|#{1,4}\s*)?(?:\*\*)?(?:【([^【】]{1,16})】\s*[:：]?|([^：:\s<>*【】（(]{1,16}(?: [a-z]{1,12}){0,2})(?:\*\*)?\s*(?:[（(][^）)]*[）)])?\s*[：:])(?:\*\*)?\s*(.*)$/i

function readLabel(line: string): { label: string; value: string } | null {
  const match = labelled.exec(line)
  return match && { label: (match[1] ?? match[2] ?? '').trim(), value: (match[3] ?? '').trim() }
}

/** Text between `<<<` and `>>>` is material whatever it looks like; `end` is the line that closes it. */
function readFence(lines: readonly string[], open: number): { text: string; end: number } | null {
  if (lines[open]?.trim() !== '<<<') return null
  const close = lines.findIndex((line, index) => index > open && line.trim() === '>>>')
  const end = close < 0 ? lines.length : close
  return { text: lines.slice(open + 1, end).join('\n'), end }
}

export function readForm(text: string): Form {
  const form: Form = { facts: {}, materials: {} }
  const lines = text.split('\n')
  for (let at = 0; at < lines.length; at += 1) {
    const found = readLabel(lines[at] ?? '')
    const fence = readFence(lines, found ? at + 1 : at)
    if (fence !== null) {
      if (found) form.materials[found.label] ??= fence.text
      at = fence.end
    } else if (found?.value === '') {
      // Pasted without fences: up to the next label.
      const next = lines.findIndex((line, index) => index > at && readLabel(line) !== null)
      const end = next < 0 ? lines.length : next
      form.materials[found.label] ??= lines
        .slice(at + 1, end)
        .join('\n')
        .trim()
      at = end - 1
    } else if (found) form.facts[found.label] ??= found.value
  }
  return form
}

/** The value of the first label that matches, said in a line or pasted. */
export function valueOf({ facts, materials }: Form, label: RegExp): string | null {
  const found = Object.entries({ ...materials, ...facts }).find(([key, value]) => label.test(key) && value !== '')
  return found?.[1] ?? null
}

export function numberOf(form: Form, label: RegExp): number | null {
  const found = /\d+(?:\.\d+)?/.exec(valueOf(form, label) ?? '')?.[0]
  return found === undefined ? null : Number(found)
}

/** A list given under a label that matches: 投放场景：朋友圈、短信. */
export function listOf(form: Form, label: RegExp): string[] {
  const items = (valueOf(form, label) ?? '').split(/[、,，;；|\n]+|\s{2,}/).map((item) => item.trim())
  return [...new Set(items.map((item) => item.replace(/^#|[。.]$/g, '')).filter((item) => item !== ''))]
}
