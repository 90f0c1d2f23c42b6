import type { WorkProof } from '@mozhou/contracts/accounts/inputs'
import { leadingZeroBits, workText } from '@mozhou/contracts/accounts/proof-of-work'
import type { WorkChallenge } from '@mozhou/contracts/accounts/proof-of-work'

/** Hashes under way together: the browser computes them beside the page, and the page stays awake in between. */
const together = 512

/** Looks for the number; some 2^bits tries. */
export async function solveChallenge({ salt, bits, signature }: WorkChallenge): Promise<WorkProof> {
  const encoder = new TextEncoder()
  const isWork = async (number: number) =>
    leadingZeroBits(new Uint8Array(await crypto.subtle.digest('SHA-256', encoder.encode(workText(salt, number))))) >=
    bits
  for (let first = 0; ; first += together) {
    const tried = await Promise.all(Array.from({ length: together }, (_, at) => isWork(first + at)))
    const found = tried.indexOf(true)
    if (found >= 0) return { salt, signature, number: first + found }
  }
}
