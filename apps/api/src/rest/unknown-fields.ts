import { AppError } from '@mozhou/contracts/errors'
import { z } from 'zod'
import { bare, isRecord } from './wire-values.ts'

/** Where something stands in the value that the schema does not know; a record may hold any name. */
export function unknownFields(schema: unknown, value: unknown, path: readonly string[] = []): string[][] {
  const inner = bare(schema)
  if (inner instanceof z.ZodArray && Array.isArray(value)) {
    return value.flatMap((item: unknown, index) => unknownFields(inner.element, item, [...path, String(index)]))
  }
  if (inner instanceof z.ZodDiscriminatedUnion) return unknownFields(optionFor(inner, value), value, path)
  if (!(inner instanceof z.ZodObject) || !isRecord(value)) return []
  return Object.entries(value).flatMap(([name, child]) =>
    Object.hasOwn(inner.shape, name) ? unknownFields(inner.shape[name], child, [...path, name]) : [[...path, name]],
  )
}

/** The one that the value says it is; none where it says nothing known, which the schema then refuses. */
function optionFor({ options, def }: z.ZodDiscriminatedUnion, value: unknown): unknown {
  if (!isRecord(value)) return null
  return options.find((option) => {
    const told = option instanceof z.ZodObject ? option.shape[def.discriminator] : null
    return told instanceof z.ZodType && told.safeParse(value[def.discriminator]).success
  })
}

/**
 * What is not known is refused: a misspelt field would be left out, and something else done, and charged, than was asked for. In the
 * words of a tool's own refusal of a field that it does not have. Null when there is nothing to refuse.
 */
export function unknownFieldsRefusal(paths: readonly (readonly string[])[]): AppError | null {
  if (paths.length === 0) return null
  const issues = paths.map((path) => ({
    code: 'custom' as const,
    path: [...path],
    message: 'not known',
    input: undefined,
    params: { rule: 'unrecognized_keys' },
  }))
  return new AppError('VALIDATION_FAILED', {}, { cause: new z.ZodError(issues) })
}
