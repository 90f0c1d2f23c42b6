/** A key that a person made up repeats few letters; random ones do not. */
const fewestDistinctCharacters = 16

/** What production must not run on, one line per name. `given` is what was set, `defaults` what development would use. */
export function productionRefusals(
  given: Record<string, string | undefined>,
  defaults: Record<string, string>,
): string[] {
  const refusals: string[] = []
  for (const name of ['DATABASE_URL', 'SECRET_KEY', 'CREDENTIALS_KEYS']) {
    if (given[name] === defaults[name]) refusals.push(`${name}: is the public development default`)
  }
  const secretKey = given['SECRET_KEY'] ?? ''
  if (secretKey !== '' && new Set(secretKey).size < fewestDistinctCharacters) {
    refusals.push('SECRET_KEY: is too weak: openssl rand -base64 48')
  }
  if (given['SANDBOX_URL']) refusals.push('SANDBOX_URL: has no place in production')
  for (const name of ['WEB_ORIGIN', 'ADMIN_ORIGIN']) {
    if (given[name]?.includes('http://'))
      refusals.push(`${name}: must be https, or browsers drop the session's cookies`)
  }
  return refusals
}
