import { writeDocument } from './registry.ts'
import type { DocumentTask } from './document-pool.ts'

/** What a thread of the pool runs. */
export default function writeInThread({ format, document }: DocumentTask): Promise<Uint8Array> {
  return writeDocument(format, document)
}
