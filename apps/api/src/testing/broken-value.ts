import type { JsonObject } from '../rest/openapi/json-schemas.ts'

/** Values that a JSON Schema refuses, each for another reason; `judge` says whether it really does. */
export function brokenValues(schema: JsonObject, judge: (value: unknown) => boolean): unknown[] {
  const tooLong = 'x'.repeat(Number(schema['maxLength'] ?? 1_000) + 1)
  const candidates = [
    null,
    true,
    -7.5,
    1e15,
    '',
    '!',
    tooLong,
    [],
    [{}],
    { nothing: 'of this' },
    Number(schema['minimum'] ?? 0) - 1,
    Number(schema['maximum'] ?? 0) + 1,
  ]
  return candidates.filter((value) => !judge(value))
}

/** The same for what a query string or a path can carry: texts alone, and what is a number there is read as one. */
export function brokenTexts(schema: JsonObject, judge: (value: unknown) => boolean): string[] {
  const tooLong = 'x'.repeat(Number(schema['maxLength'] ?? 1_000) + 1)
  const candidates = ['!', '-7.5', '1000000000', 'x', tooLong]
  const read = (text: string) => (schema['type'] === 'integer' && /^-?\d/.test(text) ? Number(text) : text)
  return candidates.filter((text) => !judge(read(text)))
}
