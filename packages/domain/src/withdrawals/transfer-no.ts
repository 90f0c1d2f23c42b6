/** `W{id}A{n}`: letters and digits, 32 at most, which is what both channels take. A number is of one attempt, for ever. */
export function transferNoOf(withdrawalId: string, attempt: number): string {
  const id = BigInt(`0x${withdrawalId.replaceAll('-', '')}`)
    .toString(36)
    .toUpperCase()
    .padStart(25, '0')
  return `W${id}A${attempt}`
}
