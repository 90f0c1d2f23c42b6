import type { TxContext } from '../context.ts'

/** Part of the transaction in which a person's sign-up gift is due: of the registration, or of the verified address where that is waited for. */
export type RegistrationEffect = (tx: TxContext, person: { userId: string }) => Promise<void>

/** What other rooms do for whoever has joined; this one does not know them by name. */
export interface RegistrationEffects {
  registrationEffects: readonly RegistrationEffect[]
}

/** One after the other, in their order. */
export async function afterJoining(
  { registrationEffects }: RegistrationEffects,
  tx: TxContext,
  person: { userId: string },
): Promise<void> {
  for (const effect of registrationEffects) await effect(tx, person)
}
