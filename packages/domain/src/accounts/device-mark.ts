import { createHash, randomBytes } from 'node:crypto'
import type { TxContext } from '../context.ts'

/** What browsers keep a cookie at most (RFC 6265bis, section 5.5); who is not seen for as long is forgotten here, too. */
export const deviceMarkDays = 400

const shape = /^[A-Za-z0-9_-]{43}$/

/** Random, and of nothing else: it says that two accounts were in one browser, and not whose browser it is. */
export const newDeviceMark = (): string => randomBytes(32).toString('base64url')

/** What a browser sends, where we may have given it. */
export const readDeviceMark = (sent: string | null): string | null => (sent !== null && shape.test(sent) ? sent : null)

/** 32 random bytes need no slow hash: nobody can guess them from it. */
const hashOf = (mark: string): Uint8Array<ArrayBuffer> => new Uint8Array(createHash('sha256').update(mark).digest())

/** Somebody registered or signed in from this browser. */
export async function rememberDevice(
  tx: TxContext,
  { userId, deviceMark }: { userId: string; deviceMark: string | null },
): Promise<void> {
  if (deviceMark === null) return
  const now = tx.clock.now()
  await tx.prisma.$executeRaw`
    INSERT INTO user_devices (user_id, device_hash, first_seen_at, last_seen_at) VALUES (${userId}::uuid, ${hashOf(deviceMark)}, ${now}, ${now})
    ON CONFLICT (user_id, device_hash) DO UPDATE SET last_seen_at = greatest(user_devices.last_seen_at, excluded.last_seen_at)`
}
