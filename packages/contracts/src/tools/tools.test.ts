import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { checkResult } from './checks.ts'
import { tools } from './registry.ts'
import { emptyResult } from '../results/sections.ts'
import type { ToolDefinition, ToolField } from './tool.ts'
import { countLetters } from '../testing/count-letters.ts'

interface JsonSchema {
  type?: string
  minLength?: number
  maxLength?: number
  maxItems?: number
  items?: JsonSchema
  properties?: Record<string, JsonSchema>
  minimum?: number
  maximum?: number
  enum?: unknown[]
  default?: unknown
}

/** Limits as the schema itself states them. */
function propertiesOf(tool: ToolDefinition): { properties: Record<string, JsonSchema>; required: string[] } {
  const schema = z.toJSONSchema(tool.input, { io: 'input' }) as Partial<ReturnType<typeof propertiesOf>>
  return { properties: schema.properties ?? {}, required: schema.required ?? [] }
}

/** The same limits as the form states them. */
function limitsOf(field: ToolField): JsonSchema {
  switch (field.control) {
    case 'text':
    case 'textarea':
      return { type: 'string', maxLength: field.maxLength }
    case 'tags':
      return { type: 'array', maxItems: field.maxItems, items: { type: 'string', maxLength: field.maxLength } }
    case 'select':
    case 'segmented':
      return { type: 'string', enum: field.options.map((option) => option.value) }
    case 'number':
    case 'slider':
      return { minimum: field.min, maximum: field.max }
    case 'switch':
      break
  }
  return { type: 'boolean' }
}

/** Something each control could hold at its own limit. */
function atTheLimit(field: ToolField): unknown {
  switch (field.control) {
    case 'text':
    case 'textarea':
      return '字'.repeat(field.maxLength)
    case 'tags':
      return Array.from({ length: field.maxItems }, () => '字'.repeat(field.maxLength))
    case 'select':
    case 'segmented':
      return field.options.at(-1)?.value
    case 'number':
    case 'slider':
      return field.max
    case 'switch':
      break
  }
  return true
}

describe.each(Object.values(tools).map((tool) => [tool.key, tool as ToolDefinition] as const))('%s', (_, tool) => {
  const { properties, required } = propertiesOf(tool)

  it('has a control and a default for every field of its schema, and no other', () => {
    const names = Object.keys(properties).toSorted()
    expect(tool.fields.map((field) => field.name).toSorted()).toEqual(names)
    expect(Object.keys(tool.defaults).toSorted()).toEqual(names)
  })

  it.each(tool.fields.map((field) => [field.name, field] as const))(
    'states the schema’s limits for %s',
    (name, field) => {
      expect(properties[name]).toMatchObject(limitsOf(field))
      expect(field.isRequired === true).toBe(required.includes(name))
      if (field.isRequired) expect([field.control, tool.defaults[name]]).toEqual([expect.stringMatching(/^text/), ''])
      else expect(tool.defaults[name]).toEqual(properties[name]?.default)
    },
  )

  it('accepts a form filled to its limits, and refuses it one step further', () => {
    const full = Object.fromEntries(tool.fields.map((field) => [field.name, atTheLimit(field)]))
    expect(tool.input.safeParse(full).error).toBeUndefined()
    for (const field of tool.fields) {
      if (field.control !== 'text' && field.control !== 'textarea') continue
      const tooLong = { ...full, [field.name]: '字'.repeat(field.maxLength + 1) }
      expect(tool.input.safeParse(tooLong).success, field.name).toBe(false)
    }
  })

  it('has steps that reach its default and both ends', () => {
    for (const field of tool.fields) {
      if (field.control !== 'number' && field.control !== 'slider') continue
      expect((field.max - field.min) % field.step, field.name).toBe(0)
      expect((Number(tool.defaults[field.name]) - field.min) % field.step, field.name).toBe(0)
    }
  })

  it('offers each choice once and starts on one of them', () => {
    for (const field of tool.fields) {
      if (field.control !== 'select' && field.control !== 'segmented') continue
      const values = field.options.map((option) => option.value)
      expect(new Set(values).size).toBe(values.length)
      expect(values).toContain(tool.defaults[field.name])
    }
  })

  it('asks for a field only by choices that it offers', () => {
    for (const { name, onlyFor } of tool.fields) {
      if (!onlyFor) continue
      const choice = tool.fields.find((field) => field.name === onlyFor.field)
      const offered = choice?.control === 'segmented' || choice?.control === 'select' ? choice.options : []
      expect(
        offered.map(({ value }) => value),
        name,
      ).toEqual(expect.arrayContaining([...onlyFor.values]))
    }
  })

  it('marks the items of a section that it has', () => {
    for (const { marks, columns } of tool.derived ?? []) {
      if (marks === undefined) continue
      expect(tool.sections.filter(({ as }) => as === 'lines').map(({ field }) => field)).toContain(marks)
      expect(columns.length).toBeGreaterThan(1)
    }
  })

  it('writes exactly the sections its result has, and derives the rest', () => {
    const output = z.toJSONSchema(tool.output, { io: 'input' }) as { properties?: Record<string, JsonSchema> }
    const kinds = Object.fromEntries(
      Object.entries(output.properties ?? {}).map(([name, schema]) => [name, schema.items?.type ?? schema.type]),
    )
    const written = tool.sections.map(({ field, as }) => [field, as === 'table' ? 'object' : 'string'])
    const derived = (tool.derived ?? []).map(({ field }) => [field, 'object'])
    expect(Object.fromEntries([...written, ...derived])).toEqual(kinds)
    expect(tool.output.safeParse({ ...emptyResult(tool.sections), ...emptyDerived(tool) }).error).toBeUndefined()
  })

  it('has columns in its tables as its result has fields in its rows', () => {
    const output = z.toJSONSchema(tool.output, { io: 'input' }) as { properties?: Record<string, JsonSchema> }
    const tables = [...tool.sections.filter((section) => section.as === 'table'), ...(tool.derived ?? [])]
    for (const { field, columns } of tables) {
      const fields = Object.entries(output.properties?.[field]?.items?.properties ?? {})
      expect(fields.map(([name, { type }]) => [name, type])).toEqual(
        columns.map((column) => [column.field, column.as === 'number' ? 'number' : 'string']),
      )
    }
  })

  it('has a place for text that nothing claims', () => {
    expect(tool.sections.some(({ as }) => as === 'markdown')).toBe(true)
  })

  it('shows an example that it accepts', () => {
    const parsed = tool.input.safeParse(tool.example)
    expect(parsed.error).toBeUndefined()
    expect(Object.keys(tool.example).toSorted()).toEqual(Object.keys(tool.defaults).toSorted())
    expect(String(tool.example[tool.titleFrom]).trim()).not.toBe('')
    if (tool.lengthFrom !== undefined) expect(typeof tool.defaults[tool.lengthFrom]).toBe('number')
  })

  it('can be checked before anything is written, and names what is missing', () => {
    const result = { ...emptyResult(tool.sections), ...emptyDerived(tool) }
    const checks = checkResult(tool, result, tool.input.parse(tool.example), countLetters)
    expect(checks.find(({ rule }) => rule === 'parts')?.severity).toBe('warn')
    expect(new Set(checks.map(({ rule }) => rule)).size).toBe(checks.length)
    for (const { label, detail } of checks)
      for (const wording of [label, detail]) expect(Object.values(wording).join('')).not.toMatch(/undefined|NaN/u)
  })

  it('is worded in both languages throughout', () => {
    const columns = [...tool.sections, ...(tool.derived ?? [])].flatMap((part) =>
      'columns' in part ? part.columns : [],
    )
    const labels = [...tool.sections, ...(tool.derived ?? []), ...columns].map(({ label }) => label)
    const wordings = [tool.title, tool.description, ...tool.fields.flatMap(wordingsOf), ...labels]
    for (const wording of wordings) {
      expect(wording.zh.trim()).not.toBe('')
      expect(wording.en.trim()).not.toBe('')
    }
  })
})

const emptyDerived = (tool: ToolDefinition) => Object.fromEntries((tool.derived ?? []).map(({ field }) => [field, []]))

function wordingsOf(field: ToolField) {
  const options = 'options' in field ? field.options.map((option) => option.label) : []
  return [field.label, field.hint, field.placeholder, ...options].filter((wording) => wording !== undefined)
}
