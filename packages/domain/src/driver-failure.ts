import { Prisma } from '@mozhou/db/client'
import { z } from 'zod'

/** As @prisma/adapter-pg 7.10 reports a refusal; `create-user.int.test.ts` notices when that changes. */
const driverError = z.object({
  cause: z.object({
    originalCode: z.string().optional().catch(undefined),
    detail: z.string().optional().catch(undefined),
    constraint: z.object({ index: z.string().optional() }).optional().catch(undefined),
  }),
})
type DriverFailure = z.output<typeof driverError>['cause']

/** What the driver said of a statement that failed, or null when the error is no such thing. */
export function driverFailure(error: unknown): DriverFailure | null {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return null
  return driverError.safeParse(error.meta?.['driverAdapterError']).data?.cause ?? null
}
