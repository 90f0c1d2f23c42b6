import { expect, it } from 'vitest'
import { createLogger } from './create-logger.ts'
import { withoutValues } from './logged-error.ts'

it('hides secrets and content wherever they stand', () => {
  const lines: string[] = []
  const log = createLogger({ name: 'test', level: 'info' }, { write: (line: string) => void lines.push(line) })
  log.info({ password: 'geheim-1', req: { headers: { authorization: 'Bearer geheim-2', cookie: 'geheim-3' } } }, 'kept')
  log.info({ body: { apiKey: 'geheim-4', prompt: 'geheim-5' }, refreshToken: 'geheim-6' }, 'kept')
  log.info({ keys: { appPrivateKey: 'geheim-7', apiV3Key: 'geheim-8' }, merchantPrivateKey: 'geheim-9' }, 'kept')
  expect(lines.join('')).not.toContain('geheim')
  expect(lines.join('').match(/kept/g)).toHaveLength(3)
})

it('tells of an error what it was, and nothing of the row that was refused', () => {
  const lines: string[] = []
  const log = createLogger({ name: 'test', level: 'info' }, { write: (line: string) => void lines.push(line) })
  const refused = Object.assign(new Error('duplicate key value violates unique constraint "users_email_key_key"'), {
    code: '23505',
    detail: 'Key (email_key)=(geheim@example.com) already exists.',
    meta: { driverAdapterError: { cause: { detail: 'geheim' } } },
  })
  log.error({ err: new Error('Key (email_key)=(geheim@example.com) already exists.', { cause: refused }) }, 'failed')
  log.error({ err: refused }, 'failed')
  expect(lines.join('')).not.toContain('geheim')
  expect(lines[1]).toContain('23505')
  expect(lines[1]).toContain('users_email_key_key')
})

it.each([
  ['invalid input syntax for type uuid: "geheim"', 'invalid input syntax for type uuid: "…"'],
  ['value "geheim" is out of range for type integer', 'value "…" is out of range for type integer'],
  ['Failing row contains (1, geheim, (a), null).', 'Failing row contains (…).'],
  ['Key (email, name)=(geheim, (b)) already exists.', 'Key (email, name)=(…) already exists.'],
  [
    'Invalid `prisma.user.create()` invocation:\n\n{\n  data: {\n    email: "geheim"\n  }\n}\n\nArgument `x` is missing.',
    'Invalid `prisma.user.create()` invocation\n\nArgument `x` is missing.',
  ],
])('leaves out what was sent: %j', (message, logged) => {
  expect(withoutValues(message)).toBe(logged)
})
