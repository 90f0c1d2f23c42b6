import type { EntryKind } from '@mozhou/contracts/credits/kinds'

/** What a lot is made from; an account's entries in their order. */
export interface LotEntry {
  id: string
  kind: EntryKind
  amount: number
  reversesId: string | null
  reference: { type: string; id: string }
  createdAt: Date
  /** Of a gift that expires. */
  expiresAt?: Date | null
}

/** Credits that came together, and what is left of them. */
export interface Lot {
  /** The order that was paid for them, or the entry that gave them. */
  id: string
  kind: 'order' | 'gift'
  openedAt: Date
  expiresAt: Date | null
  given: number
  left: number
}

export interface Lots {
  lots: readonly Lot[]
  /** What was taken back beyond what was there; what comes next works it off. */
  debt: number
}

/** A lot that gets something back after it has expired lives this much longer, so that what was paid for with it is not lost. */
const longerMs = 7 * 86_400_000

interface Draw {
  lot: Lot
  amount: number
}

/**
 * Which credits are left of which order and gift: a projection of the entries, which may be thrown away. Gifts that expire are spent first,
 * the soonest before the others, then other gifts, then orders, the oldest first; a refund gives back to where its charge drew from.
 */
export function allocate(entries: readonly LotEntry[]): Lots {
  const lots: Lot[] = []
  const byId = new Map<string, Lot>()
  const drawsOf = new Map<string, Draw[]>()
  let debt = 0

  const give = (lot: Lot, amount: number) => {
    const owed = Math.min(debt, amount)
    debt -= owed
    lot.left += amount - owed
  }
  const open = (entry: LotEntry): Lot => {
    const isOrder = entry.reference.type === 'order'
    const id = isOrder ? entry.reference.id : entry.id
    const present = byId.get(id)
    if (present) return present
    const { createdAt: openedAt, expiresAt = null } = entry
    const lot: Lot = {
      id,
      kind: isOrder ? 'order' : 'gift',
      openedAt,
      expiresAt: isOrder ? null : expiresAt,
      given: 0,
      left: 0,
    }
    byId.set(id, lot)
    lots.push(lot)
    return lot
  }
  const take = (entry: LotEntry, amount: number) => {
    let needed = amount
    const draws: Draw[] = []
    for (const lot of spendingOrder(lots, ownLot(byId, entry))) {
      if (needed === 0) break
      const drawn = Math.min(lot.left, needed)
      if (drawn === 0) continue
      lot.left -= drawn
      needed -= drawn
      draws.push({ lot, amount: drawn })
    }
    debt += needed
    drawsOf.set(entry.id, draws)
  }
  /** What was drawn last comes back first, so that a part of a charge gives back the paid credits before the gifts. */
  const giveBack = (entry: LotEntry, amount: number) => {
    let left = amount
    for (const draw of (drawsOf.get(entry.reversesId ?? '') ?? []).toReversed()) {
      const back = Math.min(draw.amount, left)
      if (back === 0) continue
      draw.amount -= back
      left -= back
      const { lot } = draw
      if (lot.expiresAt !== null && lot.expiresAt <= entry.createdAt)
        lot.expiresAt = new Date(entry.createdAt.getTime() + longerMs)
      give(lot, back)
    }
    // Of a charge that was a debt in part.
    debt = Math.max(0, debt - left)
  }

  for (const entry of entries) {
    if (entry.amount < 0) take(entry, -entry.amount)
    else if (entry.reversesId !== null && drawsOf.has(entry.reversesId)) giveBack(entry, entry.amount)
    else {
      const lot = open(entry)
      lot.given += entry.amount
      give(lot, entry.amount)
    }
  }
  return { lots, debt }
}

/** A clawback of an order takes from its lot first, and an expiry from the gift that expires. */
function ownLot(byId: ReadonlyMap<string, Lot>, { kind, reference, reversesId }: LotEntry): Lot | null {
  const isOwn = kind.startsWith('clawback') || kind === 'gift_expired'
  return isOwn ? (byId.get(reversesId ?? reference.id) ?? byId.get(reference.id) ?? null) : null
}

function spendingOrder(lots: readonly Lot[], first: Lot | null): Lot[] {
  const rank = (lot: Lot) => (lot === first ? 0 : lot.kind === 'order' ? 3 : lot.expiresAt === null ? 2 : 1)
  return lots.toSorted(
    (left, right) =>
      rank(left) - rank(right) ||
      (left.expiresAt?.getTime() ?? 0) - (right.expiresAt?.getTime() ?? 0) ||
      left.openedAt.getTime() - right.openedAt.getTime(),
  )
}
