import { Prisma } from '@mozhou/db/client'
import { driverFailure } from '../driver-failure.ts'

/** Name of the unique index that refused the write (Prisma's P2002), or null for any other error. */
export function violatedUnique(error: unknown): string | null {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError) || error.code !== 'P2002') return null
  return driverFailure(error)?.constraint?.index ?? null
}
