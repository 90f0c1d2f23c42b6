import type { ToolDefinition } from '@mozhou/contracts/tools/tool'

/** A whole result as one Markdown text: title as heading, other lines quoted, lists joined with 、. */
export function resultMarkdown(tool: ToolDefinition, result: Record<string, unknown>): string {
  return tool.sections
    .map((section) => {
      const value = result[section.field]
      if (Array.isArray(value)) return value.length === 0 ? '' : `${section.marker}：${value.map(String).join('、')}`
      if (typeof value !== 'string' || value.trim() === '') return ''
      if (section.field === 'title') return `# ${value}`
      return section.as === 'line' ? `> ${value}` : value
    })
    .filter(Boolean)
    .join('\n\n')
}
