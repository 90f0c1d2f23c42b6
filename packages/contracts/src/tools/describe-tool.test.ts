import { describe, expect, it } from 'vitest'
import { generationPriceCredits } from '../generations/price.ts'
import { toolAnswer } from './answers.ts'
import type { ToolFieldDto } from './answers.ts'
import { describeTool } from './describe-tool.ts'
import { tools } from './registry.ts'
import type { ToolKey } from './registry.ts'
import type { ToolDefinition } from './tool.ts'

/** Something just within the limits that the description tells, or just beyond the upper one. */
function filled(field: ToolFieldDto, isBeyond: boolean): unknown {
  const more = isBeyond ? 1 : 0
  switch (field.type) {
    case 'text':
      return '字'.repeat(isBeyond ? (field.maxLength ?? 0) + 1 : (field.minLength ?? 0))
    case 'texts':
      return Array.from({ length: (field.maxItems ?? 0) + more }, () => '字'.repeat(field.maxLength ?? 0))
    case 'choice':
      return isBeyond ? 'none of these at all' : field.options?.at(-1)?.value
    case 'number':
      return (field.maximum ?? 0) + more
    case 'boolean':
      break
  }
  return isBeyond ? 'yes' : true
}

describe.each(Object.values(tools).map((tool) => [tool.key, tool as ToolDefinition<ToolKey>] as const))(
  '%s',
  (_key, tool) => {
    const described = describeTool(tool)
    const { fields } = described
    const required = fields.filter(({ isRequired }) => isRequired)
    const least = Object.fromEntries(required.map((field) => [field.name, filled(field, false)]))

    it('says its price, its example and every field of its form', () => {
      expect(toolAnswer.parse(described)).toEqual(described)
      expect(described.priceCredits).toBe(generationPriceCredits)
      expect(fields.map(({ name }) => name).toSorted()).toEqual(Object.keys(tool.defaults).toSorted())
      expect(tool.input.safeParse(described.example).success).toBe(true)
      for (const field of fields) if (!field.isRequired) expect(field.default).toEqual(tool.defaults[field.name])
    })

    it('takes a form of its required fields alone, at their least', () => {
      expect(required.length).toBeGreaterThan(0)
      expect(tool.input.safeParse(least).success).toBe(true)
    })

    it.each(fields)('holds $name to the limits that it tells', (field) => {
      expect(tool.input.safeParse({ ...least, [field.name]: filled(field, false) }).success).toBe(true)
      expect(tool.input.safeParse({ ...least, [field.name]: filled(field, true) }).success).toBe(false)
    })
  },
)
