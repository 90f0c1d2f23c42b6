import { z } from 'zod'
import { generationPriceCredits } from '../generations/price.ts'
import type { ToolDto, ToolFieldDto } from './answers.ts'
import type { ToolKey } from './registry.ts'
import type { ToolDefinition, ToolField } from './tool.ts'

/** As JSON Schema says them, of the kinds that forms have. */
const limits = z.object({
  minLength: z.number().optional(),
  maxLength: z.number().optional(),
  maxItems: z.number().optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  default: z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]).optional(),
})
const property = limits.extend({ items: limits.optional() })
const form = z.object({ properties: z.record(z.string(), property) })

/** A tool as a script sees it: words from its form, limits from the schema that refuses. */
export function describeTool(tool: ToolDefinition<ToolKey>): ToolDto {
  const { key, title, description, icon, example } = tool
  const { properties } = form.parse(z.toJSONSchema(tool.freshInput ?? tool.input, { io: 'input' }))
  const fields = tool.fields.map((field) => describeField(field, properties[field.name] ?? {}))
  return { key, title, description, icon, priceCredits: generationPriceCredits, fields, example }
}

function describeField(field: ToolField, schema: z.output<typeof property>): ToolFieldDto {
  const texts = schema.items ?? schema
  return {
    name: field.name,
    label: field.label,
    hint: field.hint ?? null,
    type: typeOf(field),
    isRequired: field.isRequired === true,
    default: schema.default ?? null,
    minLength: texts.minLength ?? null,
    maxLength: texts.maxLength ?? null,
    maxItems: schema.maxItems ?? null,
    minimum: schema.minimum ?? null,
    maximum: schema.maximum ?? null,
    unit: 'unit' in field ? (field.unit ?? null) : null,
    options: 'options' in field ? field.options.map(({ value, label }) => ({ value, label })) : null,
  }
}

function typeOf({ control }: ToolField): ToolFieldDto['type'] {
  switch (control) {
    case 'text':
    case 'textarea':
      return 'text'
    case 'tags':
      return 'texts'
    case 'select':
    case 'segmented':
      return 'choice'
    case 'number':
    case 'slider':
      return 'number'
    case 'switch':
      break
  }
  return 'boolean'
}
