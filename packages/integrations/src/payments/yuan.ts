const yuanPattern = /^(-?)(\d{1,14})(?:\.(\d{1,2}))?$/

/** `990` → `9.90`. Throws RangeError for anything but a non-negative safe integer. */
export function fenToYuan(fen: number): string {
  if (!Number.isSafeInteger(fen) || fen < 0) throw new RangeError(`not an amount in fen: ${fen}`)
  const digits = String(fen).padStart(3, '0')
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`
}

/** `9.9` → `990`, digit by digit: `19.9 * 100` is 1989.9999999999998. null for what is no amount. */
export function yuanToFen(yuan: string): number | null {
  const [, sign, whole = '', part = ''] = yuanPattern.exec(yuan.trim()) ?? []
  if (sign === undefined) return null
  const fen = Number(whole + part.padEnd(2, '0'))
  if (!Number.isSafeInteger(fen)) return null
  return sign === '-' && fen !== 0 ? -fen : fen
}
