/** A path without the names of its parameters: two paths of one shape are one address. */
export function shapeOf(path: string): string {
  return path.replaceAll(/\{\w+\}/g, '{}')
}

/**
 * For sorting: of two paths that fit one address, the one that says more comes first
 * (https://spec.openapis.org/oas/v3.1.1.html#paths-object: concrete paths before templated ones).
 */
export function byPrecision(left: string, right: string): number {
  const [one, other] = [vagueness(left), vagueness(right)]
  if (one === other) return 0
  return one < other ? -1 : 1
}

function vagueness(path: string): string {
  return path.replaceAll(/[^/]+/g, (segment) => (segment.startsWith('{') ? '1' : '0'))
}
