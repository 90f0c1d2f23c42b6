import type { MarkedText } from './marked-text.ts'
import { fact } from './quantity.ts'
import type { Facts } from './quantity.ts'

/** What 八折 leaves of a price: 80 % of it, or 20 % less. 20% off says so too, and 80% off, the usual mistake, does not. */
export function discount(left: number): Facts {
  const shares = [left, 1 - left]
  const known = [...shares.map((share) => fact('share', share)), fact('off', 1 - left)]
  return {
    offers: [...known, ...shares.map((share) => fact('b', share))],
    needs: [...known, ...shares.map((share) => fact('u', share))].map((one) => [one]),
  }
}

const lookedAt = 16
const before =
  /(?:优惠|優惠|立减|直降|减免|降价|便宜|折扣(?:率)?|(?<!\p{L})(?:save|saves|saving|discounts? of|discounted(?: by)?))(?:了|约|为| |:|：)*$/iu
const behind = /^ ?(?:的?(?:优惠|優惠|折扣)|(?:off|discount|rebate|markdown|cheaper|price cut)(?!\p{L}))/iu

/** A percentage as the share of a price that is paid, or as that which is not, where the words beside it say so. */
export function priced({ needs, offers }: Facts, marked: MarkedText, from: number, until: number): Facts {
  const isOff =
    before.test(marked.text.slice(Math.max(0, from - lookedAt), from)) ||
    behind.test(marked.text.slice(until, until + lookedAt))
  const shares = offers
    .filter((one) => one.startsWith('ratio:'))
    .map((one) => one.replace('ratio', isOff ? 'off' : 'share'))
  return { needs: [...needs, ...shares.map((share) => [share])], offers: [...offers, ...shares] }
}
