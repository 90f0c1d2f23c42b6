import type { Brief } from './read-brief.ts'
import { joinSections, sectionKind, type NamedSection } from './sections.ts'
import { writeBody } from './write-body.ts'
import { writeSection } from './write-section.ts'
import { sampleLineOf, type Weaver } from './weaver.ts'

/** Told once, because the sandbox has Chinese and English samples only. */
function languageNote({ askedLanguage }: Brief): string {
  if (askedLanguage === null) return ''
  if (/繁/.test(askedLanguage)) return '（沙盒只备有简体中文和英文的示例。）\n\n'
  const isCovered = /中文|汉语|简体|chinese|zh|英文|英语|english|en\b/i.test(askedLanguage)
  return isCovered ? '' : `[Sandbox: only Chinese and English samples exist; asked for ${askedLanguage}]\n\n`
}

/** Says once that this is a sample, where no section says so yet: in the running text, else below the last lines. */
function marked(written: readonly NamedSection[], brief: Brief): NamedSection[] {
  if (written.some(({ text }) => text.includes('沙盒'))) return [...written]
  const shapeOf = (name: string) => brief.contract.find((section) => section.name === name)?.shape
  const place =
    written.find(({ name }) => shapeOf(name) === 'markdown') ??
    written.findLast(({ name }) => shapeOf(name) === 'lines')
  return written.map((section) =>
    section === place ? { ...section, text: `${section.text}\n\n${sampleLineOf(brief)}`.trim() } : section,
  )
}

/** A text in the asked sections, or with a Markdown title when none are asked. */
export function writeWhole(weaver: Weaver): string {
  const { brief } = weaver
  const note = languageNote(brief)
  if (brief.sections.length === 0) {
    const summary = `沙盒示例：${weaver.line('summary', 90)}`
    return `${note}# ${weaver.line('title', 60)}\n\n${summary}\n\n${writeBody(weaver)}`
  }
  const written = brief.sections.map((name) => {
    const text = writeSection(name, weaver)
    return { name, text: sectionKind(name) === 'body' ? `${note}${text}` : text }
  })
  return joinSections(marked(written, brief))
}
