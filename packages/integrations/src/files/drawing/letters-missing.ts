/** Letters that none of the fonts has, so that they would be drawn as boxes. */
export class LettersMissing extends Error {
  override name = 'LettersMissing'
  readonly letters: readonly string[]

  constructor(letters: readonly string[]) {
    super(`no font has ${letters.join(' ')}`)
    this.letters = letters
  }
}
