/** Numbers as channels give them out: a day, a counter, and always as long. */
export function createNumbers() {
  let last = 0
  return {
    next(prefix: string, length: number): string {
      last += 1
      return prefix + String(last).padStart(length - prefix.length, '0')
    },
    clear() {
      last = 0
    },
  }
}

export type Numbers = ReturnType<typeof createNumbers>
