import { Converter } from 'opencc-js/t2cn'
import { storableText } from '../storable-text.ts'

/** A text as it is shown and as it is searched, slot for slot: a place in one is the place in the other. */
export interface AlignedText {
  /** Line ends and runs of blanks are single spaces; `filler` stands where a character folds to several. */
  shown: string
  folded: string
}

/** No character by definition (Unicode 17, chapter 23.7), so in no text. */
export const filler = '\uffff'

/** What texts and queries have in common: width (NFKC), case, spacing, and traditional and simplified forms folded away. */
export function foldText(text: string): string {
  return alignText(text).folded
}

export function alignText(text: string): AlignedText {
  let shown = ''
  let folded = ''
  for (const character of tidied(text)) {
    const fold = foldCharacter(character)
    shown += character + filler.repeat(Array.from(fold).length - 1)
    folded += fold
  }
  return { shown, folded }
}

/** A katakana of half width and its mark of voice are one character of full width: the only two that fold to fewer. */
function tidied(text: string): string {
  return storableText(text)
    .replaceAll(filler, '')
    .normalize('NFC')
    .replaceAll(/[\uff66-\uff9d][\uff9e\uff9f]/gu, (kana) => kana.normalize('NFKC'))
    .replaceAll(/\s+/gu, ' ')
    .trim()
}

const folds = new Map<string, string>()

/**
 * One by one and not by phrases: what becomes of a character may not depend on what stands beside it, or a part of a text would not be
 * found in the text. So 著 is 着 in every word.
 */
function foldCharacter(character: string): string {
  const known = folds.get(character)
  if (known !== undefined) return known
  const plain = character.normalize('NFKC').toLowerCase().replaceAll(/\s/gu, '')
  const fold = plain === '' ? character : Array.from(plain, simplified).join('')
  folds.set(character, fold)
  return fold
}

const converters = [Converter({ from: 't', to: 'cn' }), Converter({ from: 'hk', to: 'cn' })]

/** 麼 is 么 and stays so, though 么 by itself could be the traditional form of 幺. */
const isSimplified = new Set('么')

function simplified(character: string): string {
  if (!/\p{Script=Han}/u.test(character) || isSimplified.has(character)) return character
  const simpler = converters.map((convert) => convert(character)).find((form) => form !== character)
  return simpler === undefined ? character : simplified(simpler)
}
