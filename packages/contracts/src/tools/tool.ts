import type { z } from 'zod'

/** Text in both languages of the product. */
export interface Wording {
  zh: string
  en: string
}

export interface ToolOption {
  value: string
  label: Wording
}

interface FieldBase {
  name: string
  label: Wording
  hint?: Wording
  placeholder?: Wording
  isRequired?: boolean
  width?: 'full' | 'half'
  /** Folded away under "more options". */
  isAdvanced?: boolean
}

/** One control of a tool's form. Limits stand here and in the schema; `tools.test.ts` holds them equal. */
export type ToolField =
  | (FieldBase & { control: 'text'; maxLength: number; suggestions?: Wording[] })
  | (FieldBase & { control: 'textarea'; maxLength: number; rows?: number })
  | (FieldBase & { control: 'tags'; maxItems: number; maxLength: number })
  | (FieldBase & { control: 'select' | 'segmented'; options: readonly ToolOption[] })
  | (FieldBase & { control: 'number' | 'slider'; min: number; max: number; step: number; unit?: Wording })
  | (FieldBase & { control: 'switch' })

/** A result section as the model writes it: `【标题】…`; the parser and the prompt both read this. */
export interface ToolSection {
  field: string
  marker: string
  /** `list` splits on 、，, and line ends. */
  as: 'line' | 'markdown' | 'list'
}

export interface ToolDefinition<
  Key extends string = string,
  Input extends z.ZodType = z.ZodType,
  Output extends z.ZodType = z.ZodType,
> {
  key: Key
  title: Wording
  description: Wording
  /** Name of a lucide icon. */
  icon: string
  input: Input
  output: Output
  /** What a fresh form holds; `input` accepts it once the required fields are filled. */
  defaults: Record<string, unknown>
  fields: readonly ToolField[]
  sections: readonly ToolSection[]
}

export function defineTool<const Key extends string, Input extends z.ZodType, Output extends z.ZodType>(
  definition: ToolDefinition<Key, Input, Output>,
): ToolDefinition<Key, Input, Output> {
  return definition
}
