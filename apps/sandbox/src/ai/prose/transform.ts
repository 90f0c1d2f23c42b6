import { mainSectionOf } from './contract.ts'
import { measure } from './measure.ts'
import { listOf, valueOf } from './read-form.ts'
import { fit, reword } from './rework.ts'
import { joinSections } from './sections.ts'
import { languageFor, readTerms, translate } from './translate.ts'
import { sampleLineOf, type Weaver } from './weaver.ts'
import { writeSection } from './write-section.ts'

/** The pasted text rewritten or translated, in the asked sections. */
export function writeTransformed(weaver: Weaver): string {
  const { brief } = weaver
  const main = mainSectionOf(brief.contract) ?? brief.contract.find(({ shape }) => shape === 'markdown')
  if (!main) return transformText(weaver)
  const textOf = (name: string) => (name === main.name ? transformText(weaver) : writeSection(name, weaver))
  return joinSections(brief.sections.map((name) => ({ name, text: textOf(name) })))
}

/** As many paragraphs as the source has, of the asked length or the source's own; the last one says what it is. */
export function transformText(weaver: Weaver): string {
  const { brief, space } = weaver
  const source = brief.source ?? ''
  const isTranslation = brief.form.facts['目标语言'] !== undefined || brief.sections.some((name) => name.includes('译'))
  const paragraphs = source.split(/\n+/).filter((paragraph) => paragraph.trim() !== '')
  const separator = source.includes('\n\n') ? '\n\n' : '\n'
  if (isTranslation) return translated(paragraphs, weaver).join(separator)
  const total = measure(source)
  const target = (brief.length ?? total) - measure(sampleLineOf(brief))
  const isNew = /降重/.test(brief.form.facts['改写方式'] ?? '')
  const written = paragraphs.map((paragraph) => {
    const share = Math.max(4, Math.round((target * measure(paragraph)) / Math.max(1, total)))
    return fit(isNew ? '' : reword(paragraph.trim()), share, weaver)
  })
  const last = written.pop() ?? ''
  const text = [...written, last].join('')
  const kept = [...listOf(brief.form, /保留/), ...(isNew ? (source.match(/\d+(?:[.,]\d+)*/g) ?? []) : [])]
  const owed = [...new Set(kept)].filter((word) => source.includes(word) && !text.includes(word))
  const parts = [last, owed.length === 0 ? '' : `（${owed.join('、')}）`, sampleLineOf(brief)]
  return [...written, parts.filter(Boolean).join(space)].join(separator)
}

function translated(paragraphs: readonly string[], { brief }: Weaver): string[] {
  const language = languageFor(brief.askedLanguage)
  if (language === null) return [...paragraphs]
  const terms = readTerms(valueOf(brief.form, /术语|词表|词汇/) ?? '')
  const written = paragraphs.map((paragraph) => translate(paragraph, language, terms))
  const last = written.pop() ?? ''
  return [...written, `${last} ${language.mark}`]
}
