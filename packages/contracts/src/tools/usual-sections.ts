import type { ToolSection } from '../results/section.ts'

export function titleSection(order: string, limit?: ToolSection['limit']): ToolSection {
  const label = { zh: '标题', en: 'Title' }
  return { field: 'title', marker: '标题', as: 'line', label, order, ...(limit ? { limit } : {}) }
}

export function summarySection(order: string, limit?: ToolSection['limit']): ToolSection {
  const label = { zh: '摘要', en: 'Summary' }
  return { field: 'summary', marker: '摘要', as: 'line', label, order, ...(limit ? { limit } : {}) }
}

export function bodySection(order: string): ToolSection {
  return { field: 'body', marker: '正文', as: 'markdown', label: { zh: '正文', en: 'Body' }, order }
}
