import { Prisma } from '@mozhou/db/client'

/** Name of the unique index that refused the write (Prisma's P2002), or null for any other error. */
export function violatedUnique(error: unknown): string | null {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError) || error.code !== 'P2002') return null
  const { driverAdapterError } = (error.meta ?? {}) as { driverAdapterError?: AdapterError }
  return driverAdapterError?.cause?.constraint?.index ?? null
}

/** As @prisma/adapter-pg 7.10 reports it; `create-user.int.test.ts` notices when that changes. */
interface AdapterError {
  cause?: { constraint?: { index?: string } }
}
