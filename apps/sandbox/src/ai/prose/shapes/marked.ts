import type { Brief } from '../brief.ts'
import type { NamedSection } from '../sections.ts'
import type { Voice } from '../voice.ts'

/** Says once that this is a sample, where no section says so yet: in the running text, else below the last lines. */
export function marked(written: readonly NamedSection[], brief: Brief, voice: Voice): NamedSection[] {
  if (written.some(({ text }) => text.includes('沙盒'))) return [...written]
  const shapeOf = (name: string) => brief.contract.find((section) => section.name === name)?.shape
  const place =
    written.find(({ name }) => shapeOf(name) === 'markdown') ??
    written.findLast(({ name }) => shapeOf(name) === 'lines')
  return written.map((section) =>
    section === place ? { ...section, text: `${section.text}\n\n${voice.book.sampleLine}`.trim() } : section,
  )
}
