/** `9.90` and `9.9` as 990 fen, digit by digit; NaN for what is no amount, which the form then says. */
export function readYuan(text: string): number {
  const match = /^¥?\s*(\d{1,7})(?:\.(\d{1,2}))?$/.exec(text.trim())
  return match ? Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0')) : Number.NaN
}
