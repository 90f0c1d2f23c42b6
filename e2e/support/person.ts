import type { ApiUser } from './api-client.ts'
import { bareId } from './ids.ts'
import { registerVerified } from './mailbox.ts'
import type { Stack } from './stack.ts'
import { until } from './until.ts'

export interface Person {
  /** Bare UUID. */
  id: string
  api: ApiUser
}

/** Of everybody whom `addPerson` adds. */
export const personPassword = 'correct horse 墨舟'

/** Somebody new, signed in, with their gift. */
export async function addPerson(stack: Stack): Promise<Person> {
  const username = `e2e-${crypto.randomUUID().slice(0, 13)}`
  const { user, accessToken } = await registerVerified(stack.http, stack.env['SANDBOX_URL'] ?? '', {
    username,
    email: `${username}@example.com`,
    password: personPassword,
  })
  return { id: bareId('user', user.id), api: stack.http.as(accessToken) }
}

/** Somebody new whose membership began a minute ago and lasts a day. */
export async function addMember(stack: Stack): Promise<Person> {
  const person = await addPerson(stack)
  await stack.database.rows(
    `INSERT INTO membership_periods (id, user_id, starts_at, ends_at, source, source_id, created_at)
     VALUES (gen_random_uuid(), $1, now() - interval '1 minute', now() + interval '1 day', 'gift', $2, now())`,
    [person.id, crypto.randomUUID()],
  )
  return person
}

const admins = new WeakMap<Stack, Promise<ApiUser>>()

/** The seeded administrator, signed in once per stack: a password costs half a second of processor. */
export function signInAdmin(stack: Stack): Promise<ApiUser> {
  const known = admins.get(stack)
  if (known) return known
  const signedIn = stack.http
    .login({ login: 'admin', password: 'mozhou-admin' })
    .then(({ accessToken }) => stack.http.as(accessToken))
  admins.set(stack, signedIn)
  return signedIn
}

export interface StoredGeneration {
  /** Bare UUIDs. */
  id: string
  creationId: string
  status: string
}

/** The row of a request whose answer may never come; resolves once it is there. */
export function storedGeneration(stack: Stack, requestKey: string): Promise<StoredGeneration> {
  return until('the request is stored', async () => {
    const [row] = await stack.database.rows<StoredGeneration>(
      'SELECT id, creation_id AS "creationId", status FROM generations WHERE request_key = $1',
      [requestKey],
    )
    return row
  })
}
