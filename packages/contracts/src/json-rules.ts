/**
 * Rules about several properties together, for `.meta(…)`: zod's refinements keep them, and these tell the OpenAPI document of them in the
 * words of JSON Schema (https://json-schema.org/draft/2020-12/json-schema-validation). Each is a choice within `allOf`: beside properties
 * openapi-typescript would take a choice for another type of the whole.
 */

/** `property` must be there, and more than blanks, unless `by` has one of these values. */
export function neededUnless(property: string, by: string, values: readonly string[]) {
  const isThere = { properties: { [property]: { type: 'string', pattern: filledPattern(1) } }, required: [property] }
  const isPlain = { properties: { [by]: { type: 'string', enum: [...values] } }, required: [by] }
  return { allOf: [{ anyOf: [isPlain, isThere] }] }
}

/** One of these at the least. */
export function anyOfThem(properties: readonly string[]) {
  return { allOf: [{ anyOf: properties.map((property) => ({ required: [property] })) }] }
}

/** A text that has this many characters once blanks at its ends and NULs are dropped. */
export function filledPattern(min: number): string {
  const mark = String.raw`[^\s\u0000]`
  if (min === 1) return mark
  return min === 2 ? String.raw`${mark}[\s\S]*${mark}` : String.raw`${mark}[\s\S]{${min - 2},}${mark}`
}
