/** `990` → `9.90`. */
export function yuan(fen: number): string {
  return `${Math.trunc(fen / 100)}.${String(fen % 100).padStart(2, '0')}`
}

/** Exactly two decimals at most; null for anything else. */
export function fen(text: string): number | null {
  if (!/^\d{1,9}(\.\d{1,2})?$/.test(text)) return null
  const [whole = '0', part = ''] = text.split('.')
  return Number(whole) * 100 + Number(part.padEnd(2, '0'))
}
