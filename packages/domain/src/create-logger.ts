import { channelSecrets } from '@mozhou/contracts/payments/kinds'
import { pino } from 'pino'
import type { DestinationStream, Logger } from 'pino'
import { loggedError } from './logged-error.ts'

const secretNames = [
  'authorization',
  'cookie',
  'set-cookie',
  'x-api-key',
  'password',
  'currentPassword',
  'newPassword',
  'passwordHash',
  'token',
  'accessToken',
  'refreshToken',
  'apiKey',
  'secretKey',
  'credentials',
  ...Object.values(channelSecrets).flat(),
  'content',
  'prompt',
  'messages',
  'text',
]

/** A name is hidden at the top of a log line and up to two levels inside it. */
const redactedPaths = secretNames.flatMap((name) => ['', '*', '*.*'].map((parent) => `${parent}["${name}"]`))

/** JSON lines. Passwords, tokens, keys and what people write are never in them, also when somebody logs a whole object or an error of the database. */
export function createLogger(options: { name: string; level: string }, destination?: DestinationStream): Logger {
  const { name, level } = options
  return pino(
    { name, level, redact: { paths: redactedPaths, censor: '[redacted]' }, serializers: { err: loggedError } },
    destination ?? pino.destination(1),
  )
}
