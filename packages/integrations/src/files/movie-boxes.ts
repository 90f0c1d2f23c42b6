import type { ReadAt } from './picture-header.ts'

/** A box of ISO/IEC 14496-12, section 4.2: its content lies from `at` to before `end`. */
export interface Box {
  type: string
  at: number
  end: number
}

/** Fragments of a long recording; whoever has more of them is believed from there on. */
const mostBoxes = 10_000

export async function childOf(read: ReadAt, parent: Box, wanted: string): Promise<Box | null> {
  return (await boxesIn(read, parent))?.find(({ type }) => type === wanted) ?? null
}

/** What lies at the end of a path of names; null where a part of it is not there. */
export async function descend(read: ReadAt, from: Box, path: readonly string[]): Promise<Box | null> {
  let box: Box | null = from
  for (const name of path) box = box && (await childOf(read, box, name))
  return box
}

/** Null where a box ends behind what it is in, or has not the size of its own head. */
export async function boxesIn(read: ReadAt, { at: from, end }: Pick<Box, 'at' | 'end'>): Promise<Box[] | null> {
  const boxes: Box[] = []
  // Fewer bytes than a head has are the zero that ends some lists of QuickTime.
  for (let at = from; end - at >= 8 && boxes.length < mostBoxes;) {
    const box = await boxAt(read, at, end)
    if (box === null) return null
    boxes.push(box)
    at = box.end
  }
  return boxes
}

async function boxAt(read: ReadAt, at: number, end: number): Promise<Box | null> {
  const head = await read(at, 16)
  if (head.length < 8) return null
  const said = head.readUInt32BE(0)
  if (said === 1 && head.length < 16) return null
  // 1: the size follows in 64 bits; 0: to the end.
  const bytes = said === 1 ? Number(head.readBigUInt64BE(8)) : said === 0 ? end - at : said
  const headBytes = said === 1 ? 16 : 8
  if (bytes < headBytes || at + bytes > end) return null
  return { type: head.toString('latin1', 4, 8), at: at + headBytes, end: at + bytes }
}
