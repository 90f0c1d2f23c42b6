import { z } from 'zod'

/** What a refund took of a membership: the period as it was, and the instant from which later ones moved up. */
const takenPeriod = z.object({
  startsAt: z.coerce.date(),
  endsAt: z.coerce.date(),
  anchorAt: z.coerce.date().nullable(),
  months: z.number().int().nullable(),
  from: z.coerce.date(),
})
export type TakenPeriod = z.output<typeof takenPeriod>

export function readTakenPeriod(stored: unknown): TakenPeriod | null {
  return stored === null ? null : takenPeriod.parse(stored)
}

export function storedTakenPeriod({ startsAt, endsAt, anchorAt, months, from }: TakenPeriod) {
  return {
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
    anchorAt: anchorAt?.toISOString() ?? null,
    months,
    from: from.toISOString(),
  }
}
