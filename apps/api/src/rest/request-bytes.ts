import { AppError } from '@mozhou/contracts/errors'
import type { Request } from 'express'

/**
 * The body as it comes: a piece is good until the next one is asked for. Refused before its end, the body is read to it all the same, into
 * nothing: a torn connection would tell nobody why.
 */
export async function* requestBytes(req: Request): AsyncIterable<Uint8Array> {
  try {
    for await (const piece of req.iterator({ destroyOnReturn: false }) as AsyncIterable<Uint8Array<ArrayBuffer>>) {
      yield piece
      giveBack(piece)
    }
  } catch (cause) {
    throw req.destroyed && !req.complete ? new AppError('FILE_CUT_OFF', { field: 'file' }, { cause }) : cause
  }
}

/** Memory that is the piece's own, at once: a collection, which nothing else calls for, would come after tens of megabytes. */
function giveBack({ buffer, byteLength }: Uint8Array<ArrayBuffer>): void {
  if (buffer.byteLength === byteLength && !buffer.detached) buffer.transfer(0)
}
