import { Prisma } from '@mozhou/db/client'

/**
 * `UPDATE …` that closes what a vendor was still asked for by the runs of `from`, which have ended: nobody waits for it any more. It is done where
 * something of it was delivered, failed where it was answered and nothing was, and else nobody knows what the vendor makes of it. Part of the
 * statement that ends the run, so that no call outlives it.
 */
export function callsClosed(from: Prisma.Sql, now: Date): Prisma.Sql {
  return Prisma.sql`
    UPDATE image_calls SET ended_at = ${now}, outcomes = NULL, state = CASE
      WHEN EXISTS (SELECT 1 FROM image_pictures p
        WHERE p.generation_id = image_calls.generation_id AND p.place = ANY(image_calls.places) AND p.state = 'made') THEN 'done'
      WHEN image_calls.state = 'answered' THEN 'failed' ELSE 'unknown' END
    FROM ${from} AS run WHERE image_calls.generation_id = run.id AND image_calls.ended_at IS NULL`
}
