const ratios = ['16:9', '1:1', '21:9', '2:3', '3:2', '4:5', '5:4', '9:16', '9:21']

/** About so many megapixels in a ratio, in blocks of eight; null for a ratio that is not offered. */
export function nearestSize(ratio: string, megapixels: number): { width: number; height: number } | null {
  if (!ratios.includes(ratio)) return null
  const [across = 1, down = 1] = ratio.split(':').map(Number)
  const unit = Math.sqrt((megapixels * 1_048_576) / (across * down))
  const block = (side: number) => Math.round((side * unit) / 8) * 8
  return { width: block(across), height: block(down) }
}
