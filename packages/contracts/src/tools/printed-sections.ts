import type { ToolSection } from '../results/section.ts'

/** The sections as files and copies print them: those with a place of their own there, notes only when asked for. */
export function printedSections(sections: readonly ToolSection[], hasNotes: boolean): ToolSection[] {
  const printed = sections.filter(({ isNote }) => hasNotes || isNote !== true)
  const isMoved = ({ printedAfter }: ToolSection) => printed.some(({ field }) => field === printedAfter)
  return printed
    .filter((section) => !isMoved(section))
    .flatMap((section) => [section, ...printed.filter(({ printedAfter }) => printedAfter === section.field)])
}
