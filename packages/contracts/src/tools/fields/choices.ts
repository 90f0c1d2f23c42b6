import { z } from 'zod'
import type { ToolOption } from '../tool.ts'

export interface Choice<Value extends string> extends ToolOption {
  value: Value
}

/** Options of a select, in the order in which they are offered. */
export function choices<const Value extends string>(
  rows: readonly (readonly [value: Value, zh: string, en: string])[],
): readonly Choice<Value>[] {
  return rows.map(([value, zh, en]) => ({ value, label: { zh, en } }))
}

/** The schema of a field that offers these. */
export function oneOf<Value extends string>(options: readonly Choice<Value>[]) {
  return z.enum(options.map(({ value }) => value))
}

export const modelDecides = ['auto', '由 AI 决定', 'Let the model decide'] as const
