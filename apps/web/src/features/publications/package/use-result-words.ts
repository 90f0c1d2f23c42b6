import type { Fix, RuleResult } from '@mozhou/platforms/rules/rule'
import { formatBytes } from '@mozhou/ui/i18n/format-bytes'
import { useI18n } from './words.ts'

/** How much of a proposed title a button shows. */
const shownTitle = 40

/** Words for what a rule measured, and for what would mend it. */
export function useResultWords() {
  const { t, number } = useI18n()
  const short = (text: string) => {
    const characters = Array.from(text)
    return characters.length > shownTitle ? `${characters.slice(0, shownTitle).join('')}…` : text
  }
  /** What it is now; null where the words that were found say it. */
  function measured({ unit, measured: value, found }: RuleResult): string | null {
    if (unit === 'mime_type') return t('publicationPackage.now', String(value))
    if (unit === 'occurrences') return found.length > 1 ? t('publicationPackage.times', number(found.length)) : null
    if (unit === 'fact' || typeof value !== 'number') return null
    const shown = unit === 'bytes' || unit === 'html_bytes' ? formatBytes(value, number) : number(value)
    return t('publicationPackage.now', shown)
  }
  function fixWords(fix: Fix): string {
    switch (fix.kind) {
      case 'set_title':
        return t('publicationPackage.fixes.setTitle', short(fix.title))
      case 'set_digest':
        return t('publicationPackage.fixes.setDigest')
      case 'set_tags':
        return t('publicationPackage.fixes.setTags', number(fix.tags.length))
      case 'add_label':
        return t('publicationPackage.fixes.addLabel')
      case 'replace_term':
        return fix.replacement === ''
          ? t('publicationPackage.fixes.removeTerm', fix.term)
          : t('publicationPackage.fixes.replaceTerm', fix.term, fix.replacement)
    }
  }
  return { measured, fixWords }
}
