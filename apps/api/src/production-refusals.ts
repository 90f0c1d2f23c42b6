/** A key that a person made up repeats few letters; random ones do not. */
const fewestDistinctCharacters = 16

/** What production must not run on beside the public development defaults, one line per name. */
export function productionRefusals(given: Record<string, string | undefined>): string[] {
  const refusals: string[] = []
  const secretKey = given['SECRET_KEY'] ?? ''
  if (secretKey !== '' && new Set(secretKey).size < fewestDistinctCharacters) {
    refusals.push('SECRET_KEY: is too weak: openssl rand -base64 48')
  }
  for (const name of ['WEB_ORIGIN', 'ADMIN_ORIGIN']) {
    if (given[name]?.includes('http://'))
      refusals.push(`${name}: must be https, or browsers drop the session's cookies`)
  }
  return refusals
}
