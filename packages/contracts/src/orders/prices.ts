/** 1 yuan is 10 credits: a credit is 10 fen. */
export const fenPerCredit = 10
export const leastRechargeFen = 1_000
/** What nobody recharges at once by mistake; a deployment may set less. */
export const mostRechargeFen = 10_000_000
/** What the page offers; any whole yuan between the limits may be typed. */
export const rechargePresetsFen = [1_000, 3_000, 5_000, 10_000, 20_000, 50_000] as const

export function creditsFor(fen: number): number {
  return fen / fenPerCredit
}

/** `¥9.90`; what people read and what channels are told, never computed in floating point. */
export function yuanText(fen: number): string {
  const sign = fen < 0 ? '-' : ''
  const digits = String(Math.abs(fen)).padStart(3, '0')
  return `${sign}${digits.slice(0, -2)}.${digits.slice(-2)}`
}
