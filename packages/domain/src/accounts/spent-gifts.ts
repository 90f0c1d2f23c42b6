import type { DomainContext, TxContext } from '../context.ts'

/** What an address is known again by after its account is deleted, under every key that there is; the current one's first. */
export type AddressMarks = ReturnType<DomainContext['secrets']['marks']>

export function marksOfAddress(ctx: Pick<DomainContext, 'secrets'>, emailKey: string): AddressMarks {
  return ctx.secrets.marks(emailKey, 'address of a spent sign-up gift')
}

/** Whether a deleted account of this address had the sign-up gift. */
export async function isGiftSpent(tx: Pick<TxContext, 'prisma'>, marks: AddressMarks): Promise<boolean> {
  return (await tx.prisma.spentGift.count({ where: { mark: { in: marks } } })) > 0
}

export async function markGiftSpent(tx: Pick<TxContext, 'prisma' | 'clock'>, [mark]: AddressMarks): Promise<void> {
  await tx.prisma.spentGift.createMany({ data: [{ mark, createdAt: tx.clock.now() }], skipDuplicates: true })
}
