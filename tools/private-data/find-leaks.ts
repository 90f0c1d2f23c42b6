import type { PersonalData } from '@mozhou/db/testing/personal-data'

/** A log, an answer of metrics, or a database of Temporal's, as it lies on the disk. */
export interface Trace {
  name: string
  bytes: Buffer
}

export interface Leak {
  trace: string
  kind: 'e-mail' | 'name' | 'secret' | 'text'
  found: string
}

/** Everything that looks like one: there is no reason for any of them in a log. */
const secretForms = [
  // Access tokens, API keys, password hashes, vendor keys, and addresses with a password.
  /\beyJ[\w-]{10,}\.[\w-]{10,}\.[\w-]{10,}/g,
  /\bmz_live_[\w-]{20,}/g,
  /\$2[aby]\$\d\d\$[./A-Za-z\d]{20,}/g,
  /\bsk-[A-Za-z\d]{16,}/g,
  /\b[a-z]+:\/\/[^\s:/@"']*:[^\s/@"']+@[\w.-]+/g,
]
/** Not what a process calls itself towards Temporal: its pid at its host. */
const emailForm = /(?<![\w.+%-])(?!\d+@)[\w.+%-]+@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}(?![\w-])/gi
const nameForm = /[\w-]{6,}/g
/** Among random bytes that form stands once in 20 MB, as in `h@6.tH`; with the end of an address that people have, in none. */
const emailEndInBytes = /\.(?:com|net|org|example|test)$/i
/** What Temporal's server writes of itself into its database. */
const temporalsOwn = '@temporal.io'
const hanForm = /\p{Script=Han}{6,}/gu
const proseForm = /[A-Za-z']+(?: [A-Za-z']+){4,}/g
/** Words in a row that are hardly the same by chance. */
const shingleWords = 5

/** Where traces hold what people are called or wrote. Each finding once per trace. */
export function findLeaks(traces: readonly Trace[], personal: PersonalData): Leak[] {
  const names = namesWorthSeeking(personal.names)
  const corpus = personal.texts.join('\n')
  const shingles = new Set(shinglesOf(corpus))
  return traces.flatMap(({ name: trace, bytes }) => {
    const ascii = bytes.toString('latin1')
    const found = (kind: Leak['kind'], values: Iterable<string>) =>
      [...new Set(values)].map((value) => ({ trace, kind, found: value }))
    return [
      ...found(
        'e-mail',
        matchesOf(ascii, emailForm).filter(
          (address) => !address.endsWith(temporalsOwn) && (isText(bytes) || emailEndInBytes.test(address)),
        ),
      ),
      ...found(
        'secret',
        secretForms.flatMap((form) => matchesOf(ascii, form)),
      ),
      ...found('name', [
        ...matchesOf(ascii, nameForm).filter((word) => names.latin.has(word.toLowerCase())),
        ...within(bytes, names.other),
      ]),
      ...found('text', [
        ...matchesOf(bytes.toString('utf8'), hanForm).filter((run) => corpus.includes(run)),
        ...shinglesOf(ascii).filter((shingle) => shingles.has(shingle)),
      ]),
    ]
  })
}

/** What can be told from words of ours: a name of some length, and in Latin letters one that has a number. */
function namesWorthSeeking(names: readonly string[]) {
  const latin = names.filter((name) => /^[\w-]{6,}$/.test(name) && /\d/.test(name)).map((name) => name.toLowerCase())
  const other = names.filter((name) => /[^\0-\x7f]/.test(name) && name.length >= 4)
  return { latin: new Set(latin), other: [...new Set(other)] }
}

function isText(bytes: Buffer): boolean {
  return !bytes.includes(0)
}

function within(bytes: Buffer, names: readonly string[]): string[] {
  return names.filter((name) => bytes.includes(name))
}

function shinglesOf(text: string): string[] {
  return matchesOf(text, proseForm).flatMap((run) => {
    const words = run.split(' ')
    return Array.from({ length: words.length - shingleWords + 1 }, (_, at) =>
      words.slice(at, at + shingleWords).join(' '),
    )
  })
}

const matchesOf = (text: string, form: RegExp) => Array.from(text.matchAll(form), ([match]) => match)
