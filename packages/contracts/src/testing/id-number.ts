import { checkCharacter } from '../withdrawals/id-number.ts'

const dayMs = 86_400_000

/** A number that a citizen could have, another one for each serial: one that two accounts have is reviewed. */
export function idNumberOf(serial: number): string {
  const born = new Date(Date.UTC(1950, 0, 1) + Math.floor(serial / 1_000) * dayMs)
  const digits = `110105${born.toISOString().slice(0, 10).replaceAll('-', '')}${String(serial % 1_000).padStart(3, '0')}`
  return digits + checkCharacter(digits)
}
