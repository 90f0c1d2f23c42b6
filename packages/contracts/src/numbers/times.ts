import { fact } from './quantity.ts'
import type { Quantity } from './quantity.ts'

export type Half = 'am' | 'pm'

const halves: readonly (readonly [Half, RegExp])[] = [
  ['pm', /^(?:中午|下午|午后|傍晚|[今明昨当]?晚上?|夜里|深夜|p\.?m\.?)$/iu],
  ['am', /^(?:凌晨|清晨|早晨|[今明昨当]?早上?|上午|a\.?m\.?)$/iu],
]
export const halfPattern = '(?:下午|午后|傍晚|[今明昨当]?晚上?|夜里|深夜|凌晨|清晨|早晨|[今明昨当]?早上?|上午|中午)'
export const halfOf = (word: string): Half | null =>
  halves.find(([, pattern]) => pattern.test(word.trim()))?.[0] ?? null

/** A time of the day; without its half, an hour up to 12 may be either. The full hour answers for its bare number, and 21:15 for 21 and 15. */
export function timeFacts(hour: number, minute: number, half: Half | null): Pick<Quantity, 'needs' | 'offers'> {
  const early = hour % 12
  const hours = hour > 12 ? [hour % 24] : half === null ? [early, early + 12] : [half === 'am' ? early : early + 12]
  const times = hours.map((one) => fact('time', one * 60 + minute))
  const bare = minute === 0 ? [[fact('u', hour)]] : half === null ? [[fact('u', hour), fact('u', minute)]] : []
  const offers = minute === 0 || half === null ? [fact('b', hour), fact('b', minute)] : []
  return { needs: [...times.map((time) => [time]), ...bare], offers: [...times, ...offers] }
}
