type Fact = 'hold' | 'released' | 'paid' | 'tax' | 'returned' | 'tax-returned'

/** Each attempt has a hold of its own; the first goes by the withdrawal alone. */
export function entryKey(fact: Fact, { id, attempt }: { id: string; attempt: number }): string {
  return `withdrawal-${fact}:${id}${attempt === 1 ? '' : `:${attempt}`}`
}

export const referenceOf = ({ id }: { id: string }) => ({ type: 'withdrawal', id })
