/** Prisma's codes for a database that cannot be reached, is shutting down or gives no connection in time. */
const prismaCodes = new Set(['P1001', 'P1002', 'P1008', 'P1017', 'P2024', 'P2028'])
const networkCodes = new Set(['ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'EPIPE'])

/** By shape, not by class: the API does not import Prisma. */
export function isDatabaseUnreachable(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const { code, name } = error as { code?: unknown; name?: unknown }
  if (typeof code !== 'string') return false
  return prismaCodes.has(code) || (typeof name === 'string' && name.startsWith('Prisma') && networkCodes.has(code))
}
