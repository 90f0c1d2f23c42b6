import type { IncomingHttpHeaders } from 'node:http'
import { Busboy } from '@fastify/busboy'
import type { BusboyFileStream } from '@fastify/busboy'
import { AppError } from '@mozhou/contracts/errors'
import type { Request } from 'express'

/** A file of a form, while it comes. */
export interface PicturePart {
  field: string
  bytes: AsyncIterable<Uint8Array>
  name: string | null
}

const limits = { fields: 30, fieldNameSize: 50, fieldSize: 10_000, headerPairs: 20 }

/**
 * A form of fields and pictures (RFC 7578): the fields as they are, and in place of every picture what `take` made of it.
 * @param fields those that may be pictures; another is refused
 * @throws AppError VALIDATION_FAILED, FILE_CUT_OFF for one that does not end
 */
export function readPictureForm(
  req: Request,
  fields: readonly string[],
  take: (part: PicturePart) => Promise<string>,
): Promise<Record<string, string>> {
  return new Promise((resolve, reject) => {
    const values: Record<string, string> = {}
    const taken: Promise<void>[] = []
    const open = new Set<BusboyFileStream>()
    const form = new Busboy({
      headers: req.headers as IncomingHttpHeaders & { 'content-type': string },
      limits: { ...limits, files: fields.length },
    })
    const refuse = (error: AppError) => {
      reject(error)
      for (const stream of open) stream.destroy(error)
      req.unpipe(form)
      req.resume()
    }
    const cutOff = (cause?: Error) => refuse(new AppError('FILE_CUT_OFF', {}, { cause }))
    form.on('field', (name, value) => {
      values[name] = value
    })
    form.on('filesLimit', () => refuse(new AppError('VALIDATION_FAILED', { field: 'image', rule: 'too_big' })))
    form.on('file', (field, stream, fileName) => {
      stream.on('error', () => undefined)
      const isKnown = fields.includes(field) && !Object.hasOwn(values, field)
      if (!isKnown) return refuse(new AppError('VALIDATION_FAILED', { field, rule: 'unrecognized_keys' }))
      open.add(stream)
      values[field] = ''
      const bytes = stream.iterator({ destroyOnReturn: false }) as AsyncIterable<Uint8Array>
      const one = take({ field, bytes, name: fileName ?? null }).then((fileId) => {
        open.delete(stream)
        values[field] = fileId
        // A repeat is known without being read: the rest is let by.
        stream.resume()
      })
      taken.push(one)
      one.catch((cause: unknown) => {
        reject(cause instanceof Error ? cause : new Error(String(cause)))
        stream.resume()
      })
    })
    form.on('finish', () => void Promise.all(taken).then(() => resolve(values), reject))
    form.on('error', (cause) => cutOff(cause instanceof Error ? cause : undefined))
    req.on('error', cutOff).on('aborted', () => cutOff())
    req.pipe(form)
  })
}
