import type { z } from 'zod'
import type { ResultRow, TableColumn, ToolResult, ToolSection } from '../results/section.ts'
import type { Wording } from '../wording.ts'
import type { ToolCheck } from './check-answer.ts'

/** Words of a text as it is read, without its marks. Handed in: what reads texts is no part of what can be asked and answered. */
export type CountWords = (text: string) => number

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
  /** Asked for only while another field, a choice, has one of these values; else its default is sent, whatever it holds. */
  onlyFor?: { field: string; values: readonly string[] }
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

/** Rows that are worked out of the form and the written sections; the model does not write them. */
export interface DerivedTable {
  field: string
  label: Wording
  columns: readonly TableColumn[]
  /** For the writer's own eyes: files leave it out unless asked. */
  isNote?: boolean
  /** The section whose items its first column repeats: pages and files say the rest beside the item, and no item twice. */
  marks?: string
  /** One row at most, whose cells are lines of their own above the rest of the document. */
  isHead?: boolean
}

export interface ToolDefinition<
  Key extends string = string,
  Input extends z.ZodType<Record<string, unknown>> = z.ZodType<Record<string, unknown>>,
  Output extends z.ZodType<ToolResult> = z.ZodType<ToolResult>,
> {
  key: Key
  title: Wording
  description: Wording
  /** Name of a lucide icon. */
  icon: string
  input: Input
  /** What a new request must keep beside; stored forms of older requests are read by `input` alone. */
  freshInput?: Input
  output: Output
  /** What a fresh form holds; `input` accepts it once the required fields are filled. */
  defaults: Record<string, unknown>
  /** A filled form that shows what the tool can do. */
  example: Record<string, unknown>
  /** The form's field that names a creation until the model has. */
  titleFrom: string
  fields: readonly ToolField[]
  sections: readonly ToolSection[]
  derived?: readonly DerivedTable[]
  /** The derived tables of a result. */
  derive?(result: ToolResult, input: z.output<Input>): Record<string, ResultRow[]>
  /** The form's field that asks for a length in characters of what is written, where there is one. */
  lengthFrom?: string
  /** How files are set; left out: like an article. `official`: in the form that GB/T 9704-2012 fixes. */
  layout?: 'article' | 'official'
  /** Running text in whole sentences: one that breaks off is said to be perhaps unfinished, and can be gone on with. */
  isProse?: boolean
  /** Commercial texts are held against the advertising law's absolute terms. */
  isAdvertising?: boolean
  /** What comes after a finished work of this tool: the form it begins with, or null where nothing follows. */
  sequel?: { label: Wording; from(result: ToolResult, input: z.output<Input>): Record<string, unknown> | null }
  /** Rules of this tool alone, beside those for all. */
  checks?(result: ToolResult, input: z.output<Input>, countWords: CountWords): ToolCheck[]
}

/** A fresh form holds what the schema gives for a field left out; a required field, which is always a text, is empty. */
export function defineTool<const Key extends string, Input extends z.ZodObject, Output extends z.ZodType<ToolResult>>(
  definition: Omit<ToolDefinition<Key, Input, Output>, 'defaults'>,
): ToolDefinition<Key, Input, Output> {
  const defaults = Object.entries(definition.input.shape).map(([name, field]) => [
    name,
    field.safeParse(undefined).data ?? '',
  ])
  return { ...definition, defaults: Object.fromEntries(defaults) as Record<string, unknown> }
}
