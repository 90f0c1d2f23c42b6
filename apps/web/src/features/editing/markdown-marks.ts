export type Mark = 'bold' | 'heading' | 'list' | 'quote'

export interface Marked {
  text: string
  /** The selection afterwards, UTF-16 offsets. */
  start: number
  end: number
}

const linePrefix: Record<Exclude<Mark, 'bold'>, string> = { heading: '## ', list: '- ', quote: '> ' }

/** Puts a Markdown mark on what is selected, or takes it away where it stands already. */
export function toggleMark(text: string, start: number, end: number, mark: Mark): Marked {
  return mark === 'bold' ? toggleBold(text, start, end) : toggleLines(text, start, end, linePrefix[mark])
}

function toggleBold(text: string, start: number, end: number): Marked {
  const isBold = text.slice(start - 2, start) === '**' && text.slice(end, end + 2) === '**'
  if (isBold) {
    return {
      text: text.slice(0, start - 2) + text.slice(start, end) + text.slice(end + 2),
      start: start - 2,
      end: end - 2,
    }
  }
  return {
    text: `${text.slice(0, start)}**${text.slice(start, end)}**${text.slice(end)}`,
    start: start + 2,
    end: end + 2,
  }
}

/** Whole lines, from the beginning of the first to the end of the last that the selection touches. */
function toggleLines(text: string, start: number, end: number, prefix: string): Marked {
  const from = text.lastIndexOf('\n', start - 1) + 1
  const nextBreak = text.indexOf('\n', Math.max(end - 1, from))
  const to = nextBreak < 0 ? text.length : nextBreak
  const lines = text.slice(from, to).split('\n')
  const isMarked = lines.every((line) => line.trim() === '' || line.startsWith(prefix))
  const changed = lines
    .map((line) => (isMarked ? line.replace(prefix, '') : line.trim() === '' ? line : prefix + line))
    .join('\n')
  return { text: text.slice(0, from) + changed + text.slice(to), start: from, end: from + changed.length }
}
