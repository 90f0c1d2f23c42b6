export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A JSON value in words: names and values of an object a line each, items of a list apart by `between`. */
export function textOf(value: unknown, between = '\n'): string {
  if (typeof value === 'string') return value
  if (value === null || value === undefined) return ''
  if (Array.isArray(value)) return value.map((item: unknown) => textOf(item)).join(between)
  if (!isObject(value)) return JSON.stringify(value)
  return Object.entries(value)
    .map(([key, inner]) => `${key}：${textOf(inner)}`)
    .join('\n')
}
