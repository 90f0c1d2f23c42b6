import type { WorkProof } from '@mozhou/contracts/accounts/inputs'
import type { WorkChallenge } from '@mozhou/contracts/accounts/proof-of-work'

/** What a registration costs a machine, so that a thousand of them cost a thousand times as much. A captcha could stand here as well. */
export interface RegistrationProof {
  /** Null where nothing is asked. */
  challenge(): WorkChallenge | null
  /** @throws AppError REGISTRATION_PROOF_WRONG: missing, made up, too old, or used already */
  check(proof: WorkProof | undefined): Promise<void>
}

export const noProof: RegistrationProof = { challenge: () => null, check: async () => {} }
