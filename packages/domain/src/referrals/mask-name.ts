const segmenter = new Intl.Segmenter('zh')

/** Enough for somebody to know their friend by, and no more: the first character, of longer names also the last. */
export function maskName(name: string): string {
  const characters = Array.from(segmenter.segment(name), ({ segment }) => segment)
  const [first = ''] = characters
  return characters.length > 3 ? `${first}**${characters.at(-1) ?? ''}` : `${first}**`
}
