/** Keys that more than one of the parts has. */
type Repeated<Parts extends readonly object[], Seen = never> = Parts extends readonly [
  infer First,
  ...infer Rest extends readonly object[],
]
  ? (keyof First & Seen) | Repeated<Rest, Seen | keyof First>
  : never

type Intersection<Union> = (Union extends unknown ? (part: Union) => void : never) extends (whole: infer Whole) => void
  ? Whole
  : never

type Composed<Parts extends readonly object[]> = {
  [Key in keyof Intersection<Parts[number]>]: Intersection<Parts[number]>[Key]
}

/** One table of the parts that modules bring. Does not compile when two of them bring the same key. */
export function compose<Parts extends readonly object[]>(
  parts: Parts & ([Repeated<Parts>] extends [never] ? unknown : { repeated: Repeated<Parts> }),
): Composed<Parts> {
  return Object.assign({}, ...parts) as Composed<Parts>
}
