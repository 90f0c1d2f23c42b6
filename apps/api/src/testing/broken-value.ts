import type { JsonObject } from '../rest/openapi/json-schemas.ts'

const timesOfNowhere = ['0000-01-01T00:00:00Z', '9999-12-31T23:59:59+08:00', '0001-01-05', '2026-11-27T08:00:00']

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
    ...timesOfNowhere,
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
  const candidates = ['!', '-7.5', '1000000000', 'x', tooLong, ...timesOfNowhere]
  const read = (text: string) => (schema['type'] === 'integer' && /^-?\d/.test(text) ? Number(text) : text)
  return candidates.filter((text) => !judge(read(text)))
}
