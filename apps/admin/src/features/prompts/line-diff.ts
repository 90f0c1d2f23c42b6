import { diffLines } from 'diff'

export interface LinePart {
  kind: 'same' | 'added' | 'removed'
  text: string
}

/** Rules are read and changed by the line. */
export function lineDiff(before: string, after: string): LinePart[] {
  return diffLines(ended(before), ended(after)).map((change) => ({
    kind: change.added ? 'added' : change.removed ? 'removed' : 'same',
    text: change.value.replace(/\n$/, ''),
  }))
}

/** Without it a last line with something below it counts as changed. */
function ended(text: string): string {
  return text.endsWith('\n') ? text : `${text}\n`
}
