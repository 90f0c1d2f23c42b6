/** What stands in a body for a picture until it is uploaded. */
export const mediaAddress = (id: string): string => `media:${encodeURIComponent(id)}`

const inBodies = /(?:src="|\]\()media:([^")\s]*)/gu

/** The ids of the pictures that a body shows, each once. */
export function mediaNamed(source: string): string[] {
  return [...new Set([...source.matchAll(inBodies)].map(([, encoded = '']) => decoded(encoded)))]
}

/** A body may have been edited by hand: what is no encoding is the id itself. */
function decoded(encoded: string): string {
  try {
    return decodeURIComponent(encoded)
  } catch (cause) {
    if (cause instanceof URIError) return encoded
    throw cause
  }
}
