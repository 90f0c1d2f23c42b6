import { timingSafeEqual } from 'node:crypto'
import { AppError } from '@mozhou/contracts/errors'
import { formatId, parseId } from '@mozhou/contracts/ids'
import type { DomainContext } from '../context.ts'

type CodeContext = Pick<DomainContext, 'secrets' | 'clock'>

interface HandoffCode {
  publicationId: string
  expiresAt: Date
}

const idBytes = 16
const timeBytes = 4
/** 128 bits that nobody guesses, and few enough letters for a camera. */
const markBytes = 16
const purpose = 'handoff code'

/**
 * What stands in the code on the screen: which publication, until when, and our mark over both. Nothing of what it leads to is in it; that is
 * read from the row when it is opened, and ends with the row's own waiting.
 */
export function makeHandoffCode({ secrets }: Pick<CodeContext, 'secrets'>, code: HandoffCode): string {
  const head = headOf(code)
  const [mark] = secrets.marks(head.toString('hex'), purpose)
  return Buffer.concat([head, mark.subarray(0, markBytes)]).toString('base64url')
}

/** @throws AppError HANDOFF_CODE_INVALID for one that we did not make so, HANDOFF_CODE_EXPIRED */
export function readHandoffCode({ secrets, clock }: CodeContext, text: string): HandoffCode {
  const bytes = Buffer.from(text, 'base64url')
  const isWhole = bytes.byteLength === idBytes + timeBytes + markBytes && bytes.toString('base64url') === text
  if (!isWhole) throw new AppError('HANDOFF_CODE_INVALID')
  const head = bytes.subarray(0, idBytes + timeBytes)
  const sent = bytes.subarray(idBytes + timeBytes)
  // Keys rotate: whatever opens secrets still marks for as long as its codes live.
  const marks = secrets.marks(head.toString('hex'), purpose)
  if (!marks.some((mark) => timingSafeEqual(mark.subarray(0, markBytes), sent)))
    throw new AppError('HANDOFF_CODE_INVALID')
  const publicationId = parseId('publication', `pub_${head.subarray(0, idBytes).toString('hex')}`)
  if (publicationId === null) throw new AppError('HANDOFF_CODE_INVALID')
  const expiresAt = new Date(head.readUInt32BE(idBytes) * 1_000)
  if (expiresAt <= clock.now()) throw new AppError('HANDOFF_CODE_EXPIRED')
  return { publicationId, expiresAt }
}

function headOf({ publicationId, expiresAt }: HandoffCode): Buffer {
  const time = Buffer.alloc(timeBytes)
  time.writeUInt32BE(Math.floor(expiresAt.getTime() / 1_000))
  return Buffer.concat([Buffer.from(formatId('publication', publicationId).slice(4), 'hex'), time])
}
