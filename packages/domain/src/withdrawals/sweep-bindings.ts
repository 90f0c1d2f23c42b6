import type { DomainContext } from '../context.ts'

/** A page that is still open may ask how its scan went. */
const keptEmptyMs = 86_400_000

/** Who somebody is in WeChat is kept for as long as it may be saved, and no longer. @returns how many were deleted */
export function sweepBindings({ prisma, clock }: Pick<DomainContext, 'prisma' | 'clock'>): Promise<number> {
  const now = clock.now()
  const emptyBefore = new Date(now.getTime() - keptEmptyMs)
  return prisma.$executeRaw`DELETE FROM payee_bindings
    WHERE expires_at <= CASE WHEN sealed IS NULL THEN ${emptyBefore}::timestamptz ELSE ${now}::timestamptz END`
}
