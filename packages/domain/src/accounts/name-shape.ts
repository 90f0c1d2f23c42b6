import unhomoglyph from 'unhomoglyph'
import { accountKey } from './account-key.ts'

/**
 * What a name looks like: two of one shape are taken for each other. The skeleton of Unicode Technical Standard 39, section 4
 * (https://www.unicode.org/reports/tr39/#Confusable_Detection), of what uniqueness compares.
 */
export function nameShape(name: string): string {
  // Capital letters have look-alikes of their own (I and l); small ones are compared as the name's key has them.
  return skeleton(accountKey(skeleton(name.normalize('NFKC'))))
}

const skeleton = (text: string) => accountKey(unhomoglyph(text.normalize('NFD')).normalize('NFD'))
