/** A number without what stands around it. */
export interface Atom {
  start: number
  end: number
  /** More than one where a text says about how many, or where it can be read in two ways. */
  values: readonly number[]
  writing: 'digits' | 'chinese' | 'english'
  isOrdinal: boolean
  /** What multiplies its digits: in `2–3 万` the 2 is one of ten thousands as well. */
  multiplier: number
  /** Answers for a number of the other text, and is not asked after. */
  isQuiet: boolean
}
