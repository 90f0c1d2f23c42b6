import type { TaxPolicy } from '@mozhou/contracts/withdrawals/kinds'

/** What counts beside this payment, all of it in fen. */
export interface TaxHistory {
  /** Approved before in the same month of Shanghai's calendar, and what was withheld of it. */
  month: { grossFen: number; taxFen: number }
  /** In the same year, this month included. */
  year: { grossFen: number; taxFen: number }
  /** From the first month of the year with a payment to this one, both counted; at least 1. */
  months: number
}

/** Upper end of what is taxed in fen, rate in per cent, what is subtracted of it in fen. */
type Bracket = readonly [upToFen: number, rate: number, lessFen: number]

/** 个人所得税法实施条例 art. 14 and 国税发〔1994〕89号: payment for labour, 20 / 30 / 40 %. */
const labour: readonly Bracket[] = [
  [2_000_000, 20, 0],
  [5_000_000, 30, 200_000],
  [Number.POSITIVE_INFINITY, 40, 700_000],
]
/** 个人所得税法, table one, over the year; 国家税务总局公告2025年第16号 has platforms withhold by it. */
const yearly: readonly Bracket[] = [
  [3_600_000, 3, 0],
  [14_400_000, 10, 252_000],
  [30_000_000, 20, 1_692_000],
  [42_000_000, 25, 3_192_000],
  [66_000_000, 30, 5_292_000],
  [96_000_000, 35, 8_592_000],
  [Number.POSITIVE_INFINITY, 45, 18_192_000],
]
const monthlyAllowanceFen = 500_000
/** Below this a payment for labour has 800 yuan free, above it a fifth. */
const smallLabourFen = 400_000
const smallFreeFen = 80_000

function byTable(table: readonly Bracket[], taxedFen: number): number {
  const [, rate, lessFen] = table.find(([upToFen]) => taxedFen <= upToFen) ?? [0, 0, 0]
  return Math.floor((taxedFen * rate) / 100) - lessFen
}

const fourFifths = (fen: number) => Math.floor((fen * 4) / 5)

function labourTax(grossFen: number): number {
  const taxedFen = grossFen <= smallLabourFen ? Math.max(0, grossFen - smallFreeFen) : fourFifths(grossFen)
  return byTable(labour, taxedFen)
}

function yearlyTax(grossFen: number, months: number): number {
  return byTable(yearly, Math.max(0, fourFifths(grossFen) - months * monthlyAllowanceFen))
}

/**
 * What is withheld of one payment, in whole fen, the odd part left to the person. What came before counts together with it, whatever policy
 * held then, so that many small payments cost as much as one large one. What an earlier policy did not withhold is not made up for, and what
 * it withheld too much of counts. Never more than the payment less a fen.
 */
export function taxOf(policy: TaxPolicy, amountFen: number, { month, year, months }: TaxHistory): number {
  switch (policy) {
    case 'none':
      return 0
    case 'per_payment':
      return onTop(labourTax, amountFen, month)
    case 'cumulative':
      return onTop((grossFen) => yearlyTax(grossFen, months), amountFen, year)
  }
}

/** Of all together, less what was due of what came before, or was withheld of it. */
function onTop(
  dueOf: (grossFen: number) => number,
  amountFen: number,
  before: { grossFen: number; taxFen: number },
): number {
  const settledFen = Math.max(dueOf(before.grossFen), before.taxFen)
  const taxFen = dueOf(before.grossFen + amountFen) - settledFen
  return Math.min(Math.max(0, taxFen), amountFen - 1)
}
