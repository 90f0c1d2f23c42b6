import type { DecimalMark } from './read-digits.ts'
import type { NumberLanguage } from './quantity.ts'

/** How the numbers of a text are read. */
export interface NumberReading {
  language: NumberLanguage
  decimals: DecimalMark
}

/** Languages that write 1.200,50. */
const withComma: ReadonlySet<string> = new Set(['de', 'es', 'fr', 'it', 'pt', 'ru', 'vi', 'id'])

/** By the code of a language. */
export function readingOf(code: string): NumberReading {
  const language = code.startsWith('zh') ? 'zh' : code === 'en' ? 'en' : 'other'
  return { language, decimals: withComma.has(code) ? 'comma' : 'point' }
}

/** By the signs a text is written in, where nobody said which language it is. */
export function guessedReading(text: string): NumberReading {
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0
  const [han, latin] = [count(/\p{Script=Han}/gu), count(/\p{Script=Latin}{2,}/gu)]
  const isOther =
    count(/[\p{Script=Hangul}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Thai}]/gu) > han + latin ||
    count(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu) * 5 > han
  if (han > latin && !isOther) return readingOf('zh')
  const english = count(/\b(?:the|an?|of|and|to|in|is|are|was|for|on|with|by|at|from)\b/giu)
  const foreign = count(/\b(?:le|la|les|des|der|die|das|und|el|los|las|que|il|di|een|het|para|com|não|yang|dan)\b/giu)
  const marked = count(/[\u00c0-\u024f\u1e00-\u1eff]/gu)
  if (isOther || foreign > english || marked * 10 > latin) return { language: 'other', decimals: 'point' }
  return readingOf('en')
}
