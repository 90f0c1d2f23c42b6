/** Finds marks in a text. Asked from left to right, all the questions after one mark together search the text once. */
export class Finder {
  private readonly text: string
  private readonly found = new Map<string, { from: number; at: number }>()

  constructor(text: string) {
    this.text = text
  }

  /** Where `mark` stands next, or -1. */
  nextOf(mark: string, from: number): number {
    const known = this.found.get(mark)
    if (known && known.from <= from && (known.at < 0 || known.at >= from)) return known.at
    const at = this.text.indexOf(mark, from)
    this.found.set(mark, { from, at })
    return at
  }
}
