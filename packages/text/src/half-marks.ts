/** A table's first line, and what there is of the rule below it. */
const tableHead = /(?:^|\n)\s*(\|[^\n]*)(?:\n\s*([|:\-\s]*))?$/

/**
 * The end of a text that is still being written, so that it never shows half of a mark: emphasis that is open is closed, a mark that has
 * nothing behind it yet is left out, and the head of a table waits for its rule.
 */
export function closeHalfMarks(tail: string): string {
  if (openFence(tail)) return tail
  const text = closed(tail)
  const [all = '', head = '', rule = ''] = tableHead.exec(text) ?? []
  return all !== '' && barsOf(rule) < barsOf(head) ? text.slice(0, -all.length) : text
}

const barsOf = (line: string) => line.split('|').length

/** Within fenced text every mark is itself. */
function openFence(text: string): boolean {
  return (text.match(/^\s*(?:```|~~~(?![^\n]*~))/gm) ?? []).length % 2 === 1
}

function closed(text: string): string {
  const start = text.lastIndexOf('\n\n') + 1
  const paragraph = text
    .slice(start)
    .replace(/(?:\*{1,3}|_{1,2}|~{1,2}|`{1,2}|\[|!\[|\\|#{1,6}|\n\s*(?:[-*+>]|\d{1,3}[.)]?)\s*)$/, '')
  const prose = paragraph.replaceAll(/`[^`\n]*`/g, '')
  const code = (prose.match(/`/g) ?? []).length % 2 === 1 ? '`' : ''
  const strong = (prose.match(/\*\*/g) ?? []).length % 2 === 1 ? '**' : ''
  const deleted = (prose.match(/~~/g) ?? []).length % 2 === 1 ? '~~' : ''
  return text.slice(0, start) + paragraph + (code || strong + deleted)
}
