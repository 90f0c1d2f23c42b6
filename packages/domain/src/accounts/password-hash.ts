import { compare, hash } from 'bcrypt'

const cost = 12
const readBytes = 72
/** Of a random string nobody knows; same cost as ours, so that an unknown account answers no faster than a known one. */
const nobodysHash = '$2b$12$0G1p9xAEMwdcPHM4sYcF4.VyGH7YeD1nyk7G4774WaX9l.ZpGdLRu'

/** bcrypt with cost 12. The input schema keeps passwords within the 72 bytes that bcrypt reads. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, cost)
}

/** Takes the same time for `null` (no such account) as for a wrong password. */
export async function isPasswordRight(password: string, passwordHash: string | null): Promise<boolean> {
  // bcrypt ignores what follows its 72 bytes, so a longer text must not pass for the password it begins with.
  const isComparable = passwordHash !== null && Buffer.byteLength(password) <= readBytes
  const isMatch = await compare(password, passwordHash ?? nobodysHash)
  return isMatch && isComparable
}
