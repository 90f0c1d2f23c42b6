/**
 * A reader of a text column whose values the contracts list. The database's checks hold the same lists, so a value that no list knows
 * was written by another version of this code. @throws Error naming column and value.
 */
export function storedOneOf<T extends string>(column: string, values: readonly T[]): (value: string) => T {
  const known = new Map<string, T>(values.map((value) => [value, value]))
  return (value) => {
    const found = known.get(value)
    if (found === undefined)
      throw new Error(`${column} holds ${JSON.stringify(value)}, which this version does not know`)
    return found
  }
}

/**
 * A reader of a JSON column whose values one look tells apart from others. @throws Error naming the column alone: what such a column
 * holds is a person's text, which enters no log.
 */
export function storedJson<T>(column: string, isFit: (value: unknown) => value is T): (value: unknown) => T {
  return (value) => {
    if (!isFit(value)) throw new Error(`${column} holds JSON of a shape that this version does not know`)
    return value
  }
}
