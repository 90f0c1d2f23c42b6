/** Every line that holds something. */
const linesOf = (text: string) => split(text, /\n/u)
/** What blank lines divide. */
const blocksOf = (text: string) => split(text, /\n[ \t\u3000]*\n/u)

const split = (text: string, by: RegExp) =>
  text
    .replaceAll('\r\n', '\n')
    .split(by)
    .map((part) => part.trim())
    .filter((part) => part !== '')

export interface Aligned {
  source: string[]
  target: string[]
}

/**
 * Two texts cut into paragraphs. Pasted text divides them by a line end or by a blank line, and models answer with blank lines: the cut under
 * which both have as many is taken, the finer first; where none fits, the one that comes nearest.
 */
export function alignParagraphs(source: string, target: string): Aligned {
  const cuts = [
    { source: linesOf(source), target: linesOf(target) },
    { source: blocksOf(source), target: blocksOf(target) },
    { source: blocksOf(source), target: linesOf(target) },
    { source: linesOf(source), target: blocksOf(target) },
  ]
  const distance = (cut: Aligned) => Math.abs(cut.source.length - cut.target.length)
  return cuts.reduce((best, cut) => (distance(cut) < distance(best) ? cut : best))
}

/** A text cut at paragraph ends into pieces of at most `limit` characters; a longer paragraph is a piece of its own. */
export function cutAtParagraphs(text: string, limit: number): string[] {
  const lines = text.replaceAll('\r\n', '\n')
  const blocks = lines.split(/(?<=\n[ \t\u3000]*\n)(?=[^\n]*\S)/u)
  // A block too long is cut at its line ends: the translation has a blank line there, which `alignParagraphs` bears.
  const units = blocks.flatMap((block) => (block.trim().length > limit ? block.split(/(?<=\n)/u) : [block]))
  const pieces: string[] = []
  let piece = ''
  for (const unit of units) {
    if (piece.trim() !== '' && (piece + unit).trim().length > limit) {
      pieces.push(piece)
      piece = ''
    }
    piece += unit
  }
  return [...pieces, piece].map((part) => part.replace(/^\s*\n/u, '').trimEnd()).filter((part) => part !== '')
}
