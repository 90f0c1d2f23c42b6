import { AppError } from '@mozhou/contracts/errors'
import type { Request } from 'express'

/** Refused before its end, the body is read to it all the same, into nothing: a torn connection would tell nobody why. */
export async function* requestBytes(req: Request): AsyncIterable<Uint8Array> {
  try {
    yield* req.iterator({ destroyOnReturn: false }) as AsyncIterable<Uint8Array>
  } catch (cause) {
    throw req.destroyed && !req.complete ? new AppError('FILE_CUT_OFF', { field: 'file' }, { cause }) : cause
  }
}
