import type { IncomingHttpHeaders } from 'node:http'
import { Busboy } from '@fastify/busboy'
import type { BusboyFileStream } from '@fastify/busboy'
import { AppError } from '@mozhou/contracts/errors'
import type { Request } from 'express'

export interface SentFile {
  bytes: AsyncIterable<Uint8Array>
  /** As the sender calls it; null where they do not. */
  name: string | null
  /** Fields that came before the file. */
  fields: Readonly<Record<string, string>>
}

const field = 'file'
/** More than a person writes into them. */
const limits = { files: 1, fields: 10, fieldNameSize: 50, fieldSize: 1_000, headerPairs: 20 }

/**
 * The file of a form (RFC 7578), as a stream while it arrives; nothing of it is held in memory. `take` has it until it is all there.
 * @throws AppError VALIDATION_FAILED for a form without a file or with several, FILE_CUT_OFF for one that does not end
 */
export function readForm<T>(req: Request, take: (file: SentFile) => Promise<T>): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const fields: Record<string, string> = {}
    let taken: Promise<T> | null = null
    let open: BusboyFileStream | null = null
    const form = new Busboy({
      headers: req.headers as IncomingHttpHeaders & { 'content-type': string },
      limits,
      isPartAFile: (name, contentType, fileName) =>
        name === field || fileName !== undefined || contentType === 'application/octet-stream',
    })
    const refuse = (error: AppError) => {
      reject(error)
      // Whatever still comes is read into nothing, so that the answer can be told.
      open?.destroy(error)
      req.unpipe(form)
      req.resume()
    }
    const cutOff = (cause?: Error) => refuse(new AppError('FILE_CUT_OFF', { field }, { cause }))
    form.on('field', (name, value) => {
      fields[name] = value
    })
    form.on('filesLimit', () =>
      refuse(new AppError('VALIDATION_FAILED', { field, rule: 'too_big', origin: 'array', maximum: 1 })),
    )
    form.on('file', (name, stream, fileName) => {
      stream.on('error', () => undefined)
      if (name !== field) return refuse(missing())
      open = stream
      const bytes = stream.iterator({ destroyOnReturn: false }) as AsyncIterable<Uint8Array>
      taken = take({ bytes, name: fileName ?? null, fields: { ...fields } })
      // Refused before its end, or known already: the rest is let by.
      taken.then(
        () => stream.resume(),
        (cause: unknown) => {
          reject(cause)
          stream.resume()
        },
      )
    })
    form.on('finish', () => (taken === null ? refuse(missing()) : taken.then(resolve, reject)))
    form.on('error', (cause) => cutOff(cause instanceof Error ? cause : undefined))
    req.on('error', cutOff).on('aborted', () => cutOff())
    req.pipe(form)
  })
}

const missing = () => new AppError('VALIDATION_FAILED', { field, rule: 'required' })
