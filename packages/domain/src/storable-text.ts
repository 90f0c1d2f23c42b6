/**
 * PostgreSQL keeps no NUL in text, and jsonb no half of a surrogate pair
 * (https://www.postgresql.org/docs/18/datatype-json.html). People can send both, and so can a model that is cut inside an emoji.
 */
export function storableText(text: string): string {
  return text.toWellFormed().replaceAll('\u0000', '')
}

/** JSON for a jsonb column, every text in it made storable. */
export function storableJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) => (typeof inner === 'string' ? storableText(inner) : inner))
}
