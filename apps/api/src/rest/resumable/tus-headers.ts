import { AppError } from '@mozhou/contracts/errors'
import { mostUploadBytes } from '@mozhou/contracts/files/kinds'
import type { Request, Response } from 'express'

/** https://tus.io/protocols/resumable-upload, of 2016-03-25. */
export const tusVersion = '1.0.0'
const extensions = 'creation,expiration,termination'
export const partType = 'application/offset+octet-stream'

/** On every answer, refusals too. */
export function setTusHeaders(res: Response): void {
  res.set({ 'tus-resumable': tusVersion, 'cache-control': 'no-store' })
}

/** What is spoken here. */
export function setTusOffer(res: Response): void {
  res.set({ 'tus-version': tusVersion, 'tus-extension': extensions, 'tus-max-size': String(mostUploadBytes) })
}

/** @throws AppError UPLOAD_PROTOCOL for another version, and for none */
export function requireTus(req: Request, res: Response): void {
  if (req.get('tus-resumable') === tusVersion) return
  res.set('tus-version', tusVersion)
  throw new AppError('UPLOAD_PROTOCOL', { version: tusVersion })
}

/** A whole number of bytes; NaN, which no schema takes, for anything else. */
export function bytesIn(header: string | undefined): number {
  return header !== undefined && /^\d{1,15}$/.test(header) ? Number(header) : Number.NaN
}

/**
 * `Upload-Metadata`: names, each with its value in Base64, between commas. What other clients tell of a file besides is none of ours.
 * @throws AppError VALIDATION_FAILED for what cannot be read
 */
export function readMetadata(header: string | undefined): { name?: string; kind?: string; modifiedAt?: string } {
  const pairs = (header ?? '').split(',').flatMap((pair) => {
    const [key = '', value = '', ...more] = pair.trim().split(' ')
    if (more.length > 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(value)) throw unreadable()
    return key === '' ? [] : [[key, textOf(value)] as const]
  })
  const sent = new Map(pairs)
  const name = sent.get('name') ?? sent.get('filename')
  const kind = sent.get('kind')
  const modifiedAt = sent.get('modifiedAt')
  return {
    ...(name !== undefined && { name }),
    ...(kind !== undefined && { kind }),
    ...(modifiedAt !== undefined && { modifiedAt }),
  }
}

function textOf(base64: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(base64, 'base64'))
  } catch (cause) {
    throw unreadable(cause)
  }
}

const unreadable = (cause?: unknown) =>
  new AppError('VALIDATION_FAILED', { field: 'upload-metadata', rule: 'invalid_format' }, { cause })
