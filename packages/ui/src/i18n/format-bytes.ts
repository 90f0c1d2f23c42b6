const units = ['B', 'kB', 'MB', 'GB'] as const

/** In the decimal units that limits are told in; one place after the point below ten. */
export function formatBytes(bytes: number, number: (value: number) => string): string {
  const power = bytes < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3))
  const value = bytes / 1_000 ** power
  return `${number(value < 10 && power > 0 ? Math.round(value * 10) / 10 : Math.round(value))} ${units[power] ?? 'B'}`
}
