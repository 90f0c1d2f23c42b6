import { termsDocuments, termsVersion } from '@mozhou/contracts/accounts/terms'
import type { ConsentWay } from '@mozhou/contracts/accounts/terms'
import type { TxContext } from '../context.ts'

/** Writes down that a person accepts the terms and the privacy policy as they are now; once an edition, however often it is said. */
export async function acceptTerms(
  tx: Pick<TxContext, 'prisma' | 'clock' | 'newId'>,
  { userId, way }: { userId: string; way: ConsentWay },
): Promise<void> {
  const acceptedAt = tx.clock.now()
  await tx.prisma.consent.createMany({
    data: termsDocuments.map((document) => ({
      id: tx.newId(),
      userId,
      document,
      version: termsVersion,
      way,
      acceptedAt,
    })),
    skipDuplicates: true,
  })
}
