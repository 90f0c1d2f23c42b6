import { describe, expect, it } from 'vitest'
import { toolKeys, tools } from './registry.ts'
import type { ToolField } from './tool.ts'

describe.each(toolKeys)('the form of %s', (key) => {
  const { defaults, fields, input, output, sections } = tools[key]
  const filled: Record<string, unknown> = { ...defaults }
  for (const field of fields) if (field.isRequired) filled[field.name] = '一个具体的主题'

  const accepts = (name: string, value: unknown) => input.safeParse({ ...filled, [name]: value }).success
  const limits = fields.flatMap((field) => samples(field).map((sample) => [field.name, ...sample] as const))

  it('has a field for every value of the schema, and no other', () => {
    expect(fields.map(({ name }) => name).sort()).toEqual(Object.keys(input.shape).sort())
    expect(Object.keys(defaults).sort()).toEqual(Object.keys(input.shape).sort())
  })

  it('is accepted once the required fields are filled, and not before', () => {
    expect(input.parse(filled)).toEqual(filled)
    expect(input.safeParse(defaults).success).toBe(false)
  })

  it('has the same defaults as the schema, so that an older stored form is completed alike', () => {
    const required = Object.fromEntries(
      fields.filter((field) => field.isRequired).map(({ name }) => [name, filled[name]]),
    )
    expect(input.parse(required)).toEqual(filled)
  })

  it.each(limits)('and the schema agree on %s: %s', (name, _sample, value, isAccepted) => {
    expect(accepts(name, value)).toBe(isAccepted)
  })

  it('has a section for every value of the result', () => {
    expect(sections.map(({ field }) => field).sort()).toEqual(Object.keys(output.shape).sort())
    expect(new Set(sections.map(({ marker }) => marker)).size).toBe(sections.length)
  })
})

/** Values at the limits that the form states, and just beyond them. */
function samples(field: ToolField): [sample: string, value: unknown, isAccepted: boolean][] {
  switch (field.control) {
    case 'text':
    case 'textarea':
      return [
        ['the longest text', '字'.repeat(field.maxLength), true],
        ['one character more', '字'.repeat(field.maxLength + 1), false],
      ]
    case 'tags':
      return [
        ['the most tags', Array.from({ length: field.maxItems }, (_, index) => `词${index}`), true],
        ['one tag more', Array.from({ length: field.maxItems + 1 }, (_, index) => `词${index}`), false],
        ['the longest tag', ['字'.repeat(field.maxLength)], true],
        ['a longer tag', ['字'.repeat(field.maxLength + 1)], false],
      ]
    case 'select':
    case 'segmented':
      return [
        ...field.options.map(({ value }): [string, unknown, boolean] => [`option ${value}`, value, true]),
        ['no such option', 'no-such-option', false],
      ]
    case 'number':
    case 'slider':
      return [
        ['the least', field.min, true],
        ['less', field.min - 1, false],
        ['the most', field.max, true],
        ['more', field.max + 1, false],
        ['one step', field.min + field.step, true],
      ]
    case 'switch':
      return [['on', true, true]]
  }
}
