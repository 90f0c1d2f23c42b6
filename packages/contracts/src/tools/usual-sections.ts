import type { ToolSection } from '../results/section.ts'

export function titleSection(order: string): ToolSection {
  return { field: 'title', marker: '标题', as: 'line', label: { zh: '标题', en: 'Title' }, order }
}

export function summarySection(order: string): ToolSection {
  return { field: 'summary', marker: '摘要', as: 'line', label: { zh: '摘要', en: 'Summary' }, order }
}

export function bodySection(order: string): ToolSection {
  return { field: 'body', marker: '正文', as: 'markdown', label: { zh: '正文', en: 'Body' }, order }
}
