import { toolKeys, tools } from '@mozhou/contracts/tools/registry'
import type { ToolKey } from '@mozhou/contracts/tools/registry'
import type { ToolResult } from '@mozhou/contracts/results/section'
import type { ToolDefinition } from '@mozhou/contracts/tools/tool'
import { describe, expect, it } from 'vitest'
import { documentParts } from './document-parts.ts'

/** Something in every part of a tool's result. */
function fullResult(key: ToolKey): ToolResult {
  const tool: ToolDefinition = tools[key]
  const tables = [
    ...tool.sections.flatMap((section) => (section.as === 'table' ? [section] : [])),
    ...(tool.derived ?? []),
  ]
  const rows = tables.map(({ field, columns }) => [
    field,
    [Object.fromEntries(columns.map((column) => [column.field, '格']))],
  ])
  const texts = tool.sections.map(({ field, as }) => [field, as === 'line' || as === 'markdown' ? '文字' : ['一条']])
  return Object.fromEntries([...texts, ...rows]) as ToolResult
}
const fieldsOf = (key: ToolKey, hasNotes: boolean) =>
  documentParts(key, fullResult(key), hasNotes).map(({ field }) => field)

describe('the parts of a file', () => {
  it.each([
    ['resume', ['body'], ['gaps']],
    ['story', ['body'], ['memory']],
    ['rewrite', ['body'], ['changes']],
    ['translation', ['body'], ['notes', 'paragraphs', 'glossary']],
    ['academic-paper', ['abstract', 'keywords', 'body', 'references'], []],
  ] as const)('of %s are the work alone, with its notes when asked for', (key, work, notes) => {
    expect(fieldsOf(key, false)).toEqual(work)
    expect(fieldsOf(key, true)).toEqual([...work, ...notes])
  })

  it.each(toolKeys)('of %s are all there with its notes, each once', (key) => {
    const tool: ToolDefinition = tools[key]
    const heads = (tool.derived ?? []).flatMap(({ isHead, marks, columns, field }) => {
      if (marks !== undefined) return []
      return isHead === true ? columns.map((column) => column.field) : [field]
    })
    const sections = tool.sections.map(({ field }) => field).filter((field) => field !== 'title')
    expect(fieldsOf(key, true).toSorted()).toEqual([...sections, ...heads].toSorted())
  })

  it('of a paper name each reference once, with its state where notes are asked for and it does not say so itself', () => {
    const references = ['[1] 甲. 书[M]. 2020. （待核实）', '[2] 乙. 文[J]. 2021.']
    const result = {
      references,
      referenceChecks: references.map((reference) => ({ reference, status: '待核实' })),
    }
    const [plain] = documentParts('academic-paper', result, false)
    expect(plain).toMatchObject({ field: 'references', items: references })
    expect(documentParts('academic-paper', result, true)).toMatchObject([
      { field: 'references', items: [references[0], '[2] 乙. 文[J]. 2021.（待核实）'] },
    ])
  })

  it('of an official document begin with its urgency', () => {
    const { derive, example, input } = tools['official-document']
    const urgent = derive?.({}, input.parse({ ...example, urgency: 'top-urgent' })) ?? {}
    expect(documentParts('official-document', urgent, false)).toEqual([
      { kind: 'line', field: 'urgency', label: '紧急程度', text: '特急' },
    ])
    expect(derive?.({}, input.parse({ ...example, urgency: 'none' }))).toEqual({ heading: [] })
  })
})
