/**
 * One number, date or time of a text. Two texts hold the same one when what the one `needs` is among what the other `offers`: all facts of
 * any one of its lists. A fact is a kind and a value: `u:30` (a bare number), `b:30` (one that has a unit), `m:30000`, `ymd:2024-3-5`.
 */
export interface Quantity {
  /** As it stands in the text. */
  text: string
  at: number
  needs: readonly (readonly string[])[]
  offers: readonly string[]
  /** Its absence is worth telling; others only answer for a number of the other text. */
  isFirm: boolean
}

/** What a number says, apart from where it stands. */
export type Facts = Pick<Quantity, 'needs' | 'offers'>

/** How far a text's numbers can be read: spelled numbers and names of months are read in Chinese and in English. */
export type NumberLanguage = 'zh' | 'en' | 'other'

const exact = (value: number) => (Number.isInteger(value) ? value : Number(value.toPrecision(12)))
export const fact = (kind: string, value: number) => `${kind}:${exact(value)}`

export interface Meaning {
  /** `''` for a number that counts things. */
  unit: string
  value: number
  /** The number before its unit: 30 of 30 km. */
  bare: number
}

/** What a number can mean, in facts. */
export function factsOf(meanings: readonly Meaning[]): Facts {
  const facts = meanings.map(({ unit, value, bare }) =>
    unit === ''
      ? { offers: [fact('u', bare), ...yearFact(bare)], needs: [[fact('u', bare)], [fact('b', bare)], yearFact(bare)] }
      : { offers: [fact(unit, value), fact('b', bare)], needs: [[fact(unit, value)], [fact('u', bare)]] },
  )
  return {
    offers: facts.flatMap(({ offers }) => offers),
    needs: facts.flatMap(({ needs }) => needs).filter((need) => need.length > 0),
  }
}

/** Years that texts speak of without saying that they are years. */
const yearFact = (value: number) =>
  Number.isInteger(value) && value >= 1_000 && value < 3_000 ? [fact('y', value)] : []
