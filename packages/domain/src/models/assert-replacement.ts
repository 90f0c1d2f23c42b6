import { AppError } from '@mozhou/contracts/errors'
import type { TxContext } from '../context.ts'
import type { ReplacementLink } from './replacement-rules.ts'
import { whyNotReplacement } from './replacement-rules.ts'

/**
 * For the transaction of `inModelChange`: nobody else links models meanwhile.
 * @throws AppError VALIDATION_FAILED naming `replacementId` and the rule it breaks.
 */
export async function assertReplacement(tx: TxContext, model: ReplacementLink): Promise<void> {
  if (model.replacementId === null) return
  const others = await tx.prisma.aiModel.findMany({
    where: { deletedAt: null },
    select: { id: true, capability: true, replacementId: true },
  })
  const rule = whyNotReplacement(model, others)
  if (rule) throw new AppError('VALIDATION_FAILED', { field: 'replacementId', rule })
}
