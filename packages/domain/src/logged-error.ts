import { stdSerializers } from 'pino'

/** What PostgreSQL tells beside the message repeats the row that was refused, and Prisma hangs all of it on the error. */
const toldByDatabase = new Set(['detail', 'hint', 'where', 'internalQuery', 'query', 'parameters', 'dataType'])

/** An error as it is logged: kind, code, message and stack with its causes, and plain facts; no values of rows and no objects. */
export function loggedError(error: unknown): unknown {
  if (!(error instanceof Error)) return error
  const { message, stack, ...facts } = stdSerializers.err(error)
  const plain = Object.entries(facts).filter(([name, value]) => !toldByDatabase.has(name) && typeof value !== 'object')
  return {
    ...Object.fromEntries(
      plain.map(([name, value]) => [name, typeof value === 'string' ? withoutValues(value) : value]),
    ),
    message: withoutValues(message),
    stack: withoutValues(stack),
  }
}

/** The sentences of PostgreSQL's messages that quote a value, and Prisma's copy of the arguments it was called with. */
export function withoutValues(text: string): string {
  return text
    .replaceAll(/(Key \([^)\n]*\))=\([^\n]*\)/g, '$1=(…)')
    .replaceAll(/(Failing row contains) \([^\n]*\)/g, '$1 (…)')
    .replaceAll(/((?:invalid|malformed|unterminated|syntax error)\b[^":\n]*:?) "[^\n]*"/g, '$1 "…"')
    .replaceAll(/(?<!key )\bvalue "[^\n]*"/g, 'value "…"')
    .replaceAll(/(Invalid `[^`\n]*` invocation)[^]*?(?=\n\n(?!\{)|\n {4}at |$)/g, '$1')
}
