/** Both ends are inside. */
interface ByteRange {
  start: number
  end: number
}

/** `whole`: no range, or one that we may leave out of account; `none`: it asks for nothing that there is. */
export type AskedRange = { kind: 'whole' } | { kind: 'part'; range: ByteRange } | { kind: 'none' }

/** One range of bytes (RFC 9110, section 14.1.2); several at once are answered with the whole, as is what is no range. */
export function readRange(header: string | undefined, bytes: number): AskedRange {
  const [, first = '', last = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '') ?? []
  if (first === '' && last === '') return { kind: 'whole' }
  // `-500`: the last five hundred.
  const start = first === '' ? Math.max(0, bytes - Number(last)) : Number(first)
  const end = first === '' || last === '' ? bytes - 1 : Math.min(Number(last), bytes - 1)
  if (first !== '' && last !== '' && Number(last) < Number(first)) return { kind: 'whole' }
  return start >= bytes ? { kind: 'none' } : { kind: 'part', range: { start, end } }
}
