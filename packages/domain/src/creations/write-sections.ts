import type { ToolSection } from '@mozhou/contracts/tools/tool'

/**
 * A result in the form that models write and `parseSections` reads: what an edited text is improved or continued from. Parsed again it
 * is the same result.
 */
export function writeSections(result: Readonly<Record<string, unknown>>, sections: readonly ToolSection[]): string {
  return sections
    .map((section) => {
      const text = sectionText(result[section.field])
      return section.as === 'markdown' ? `【${section.marker}】\n${text}` : `【${section.marker}】${text}`
    })
    .join('\n')
}

function sectionText(value: unknown): string {
  if (typeof value === 'string') return value
  return Array.isArray(value) ? value.map(String).join('、') : ''
}
