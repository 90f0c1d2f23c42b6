/** Vendors treat a field given as null like one left out. */
export function isSet<T>(value: T | null | undefined): value is T {
  return value !== null && value !== undefined
}
