import { expect, it } from 'vitest'
import { cutExcerpt } from './cut-excerpt.ts'
import { alignText, foldText } from './fold-text.ts'

/** The excerpt with its matches in brackets. */
function marked(text: string, ...words: string[]): string {
  const { excerpt, matches } = cutExcerpt(alignText(text), words.map(foldText))
  return matches.reduceRight(
    (shown, { start, end }) => `${shown.slice(0, start)}[${shown.slice(start, end)}]${shown.slice(end)}`,
    excerpt,
  )
}

it.each([
  ['the other form of the characters', '臺灣東部的露營體驗', ['台湾', '体验'], '[臺灣]東部的露營[體驗]'],
  ['case and width', '用ＡＩ写，用Ai改。', ['ai'], '用[ＡＩ]写，用[Ai]改。'],
  ['what folds to several characters', '约……50㎡，约100㎡', ['50m2', 'm'], '约……[50㎡]，约100[㎡]'],
  ['half of such a character', '50㎡起', ['2起'], '50[㎡起]'],
  ['characters of two units', '𠮷野家😀好', ['野家', '好'], '𠮷[野家]😀[好]'],
  ['words one behind the other', '夜跑装备', ['夜跑', '装备'], '[夜跑装备]'],
  ['nothing', '夜跑', ['日出'], '夜跑'],
])('marks %s', (_what, text, words, shown) => {
  expect(marked(text, ...words)).toBe(shown)
})

it('leaves out what a cut has left of a character', () => {
  const { shown, folded } = alignText('…跑')
  expect(cutExcerpt({ shown: shown.slice(1), folded: folded.slice(1) }, ['跑']).excerpt).toBe('跑')
})
