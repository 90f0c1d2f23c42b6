import { z } from 'zod'
import type { BalanceDto, TransactionDto } from '../credits.ts'
import { entryKinds, ledgerUnits } from '../credits.ts'
import { idAnswer } from '../ids.ts'
import { answer, instantAnswer } from './answer.ts'

export const balanceAnswer = answer<BalanceDto>()(
  z.object({ credits: z.number().int(), cashFen: z.number().int() }).meta({ id: 'Balance' }),
)

export const transactionAnswer = answer<TransactionDto>()(
  z
    .object({
      id: idAnswer('entry'),
      kind: z.enum(entryKinds),
      unit: z.enum(ledgerUnits),
      amount: z.number().int(),
      balanceAfter: z.number().int(),
      reason: z.string().nullable(),
      referenceType: z.string(),
      referenceId: z.string(),
      reversesId: z.string().nullable(),
      createdAt: instantAnswer,
    })
    .meta({ id: 'Transaction' }),
)
