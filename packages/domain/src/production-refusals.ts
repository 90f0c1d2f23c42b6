import { parseCredentialsKeys } from './credentials-keys.ts'
import { holdsPublicSecret, isMadeUpKey, isPublicPassword } from './public-values.ts'

type Given = Readonly<Record<string, string | undefined>>

/** A key that a person made up repeats few letters; random ones do not. */
const fewestDistinctCharacters = 16

/**
 * What production must not run on, a line each, whichever process reads it: one that does not use a value itself shares the environment
 * with one that does. Values are not in the lines.
 */
export function productionRefusals(given: Given): string[] {
  const named = Object.entries(given).flatMap(([name, value]) => (value ? [{ name, value }] : []))
  return [
    ...named.flatMap(({ name, value }) => refusalsOf(name, value).map((refusal) => `${name}: ${refusal}`)),
    ...sharedHosts(given),
  ]
}

function refusalsOf(name: string, value: string): string[] {
  if (name === 'SANDBOX_URL') return ['has no place in production']
  if (name === 'SECRET_KEY') return whenTrue(isWeakSecret(value), 'is public or too weak: openssl rand -base64 48')
  if (name === 'CREDENTIALS_KEYS')
    return whenTrue(hasPublicKey(value), 'holds a public or made-up key: openssl rand -base64 32')
  if (name === 'WEB_ORIGIN' || name === 'ADMIN_ORIGIN')
    return whenTrue(
      urlsOf(value).some(({ protocol }) => protocol !== 'https:'),
      "must be https, or browsers drop the session's cookies",
    )
  if (connectionNames.test(name))
    return whenTrue(hasPublicPassword(value), 'has a public password, or one that is the user name')
  return []
}

/** Names of servers that are signed in to with what stands in their address. */
const connectionNames = /^(?:DATABASE|REDIS|SMTP)_URL$/

const whenTrue = (isSo: boolean, refusal: string) => (isSo ? [refusal] : [])

function isWeakSecret(secret: string): boolean {
  return new Set(secret).size < fewestDistinctCharacters || isPublicPassword(secret)
}

/** In any place of the list, under any name: old keys open what they sealed. */
function hasPublicKey(text: string): boolean {
  const keys = [...(parseCredentialsKeys(text)?.values() ?? [])]
  return holdsPublicSecret(text) || keys.some((key) => isMadeUpKey(key))
}

function hasPublicPassword(text: string): boolean {
  return urlsOf(text).some((url) => {
    const password = decoded(url.password)
    return password !== '' && (isPublicPassword(password) || password === decoded(url.username))
  })
}

/** Cookies do not know ports, and a page's origin is what tells the two apps apart. */
function sharedHosts(given: Given): string[] {
  const hostsOf = (name: string) => urlsOf(given[name] ?? '').map(({ hostname }) => hostname.replace(/\.$/, ''))
  const webHosts = hostsOf('WEB_ORIGIN')
  const isShared = hostsOf('ADMIN_ORIGIN').some((host) => webHosts.includes(host))
  return whenTrue(isShared, 'ADMIN_ORIGIN: must be another host than WEB_ORIGIN')
}

/** What cannot be read is the schema's to refuse. */
function urlsOf(list: string): URL[] {
  return list.split(',').flatMap((text) => URL.parse(text.trim()) ?? [])
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch (cause) {
    // A lone percent sign: the server is sent it as it stands.
    if (cause instanceof URIError) return text
    throw cause
  }
}
