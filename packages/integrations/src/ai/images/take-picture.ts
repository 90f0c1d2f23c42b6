import { ratioTolerance } from '@mozhou/contracts/models/image-abilities'
import { VendorError } from '@mozhou/contracts/vendor-error'
import { guardedFetch } from '../../guarded-fetch.ts'
import { vendorFetch } from '../vendor-fetch.ts'
import { readCapped, TooManyBytes } from './capped-body.ts'
import { withDeadline } from './lost-call.ts'
import { openPicture, PictureRefused } from './picture.ts'
import type { ExpectedSize, ImageTarget, MadePicture, Picture } from './port.ts'

function failed(target: ImageTarget, vendorCode: string, more: { httpStatus?: number; cause?: unknown } = {}) {
  return new VendorError('unavailable', { vendor: target.vendor, vendorCode, ...more })
}

/** The catalogue vouches for one private address and not for what stands in its answers: pictures of others come from the public internet. */
function fetchFor(target: ImageTarget, url: string): typeof fetch {
  const isOwn = URL.canParse(url) && new URL(url).origin === new URL(target.baseUrl).origin
  return isOwn ? vendorFetch(target) : guardedFetch
}

/** The vendor has thrown away what it made, or an address has run out. */
const goneStatuses = [403, 404, 410]

async function download(target: ImageTarget, url: string, signal: AbortSignal): Promise<Uint8Array> {
  const response = await fetchFor(target, url)(url, { redirect: 'manual', signal })
  if (response.status !== 200) {
    await response.body?.cancel()
    const isGone = goneStatuses.includes(response.status)
    throw failed(target, isGone ? 'result_gone' : 'result_not_served', { httpStatus: response.status })
  }
  try {
    return await readCapped(response, target.limits.maxPictureBytes)
  } catch (cause) {
    if (cause instanceof TooManyBytes) throw failed(target, 'result_too_large', { cause })
    throw cause
  }
}

async function bytesOf(target: ImageTarget, { source }: MadePicture, signal: AbortSignal): Promise<Uint8Array> {
  if ('url' in source) {
    const call = { vendor: target.vendor, mode: 'safe' as const, timeoutMs: target.limits.callTimeoutMs }
    return withDeadline(call, signal, (either) => download(target, source.url, either))
  }
  if (source.bytes.length > target.limits.maxPictureBytes) throw failed(target, 'result_too_large')
  return source.bytes
}

function isExpected({ width, height }: Picture, expected: ExpectedSize): boolean {
  if (expected.kind === 'any') return true
  if (expected.kind === 'exact') return width === expected.width && height === expected.height
  return Math.abs(Math.log(width / height / expected.ratio)) <= Math.log(1 + ratioTolerance)
}

/** Fetches what was made and opens it: a page of words, half a picture or one of another size is none that was asked for. */
export async function takePicture(
  target: ImageTarget,
  made: MadePicture,
  expected: ExpectedSize,
  signal: AbortSignal,
): Promise<Picture> {
  const bytes = await bytesOf(target, made, signal)
  try {
    const picture = await openPicture(bytes)
    if (!isExpected(picture, expected)) throw failed(target, 'result_wrong_size')
    return picture
  } catch (cause) {
    if (cause instanceof PictureRefused) throw failed(target, `result_${cause.fault}`, { cause })
    throw cause
  }
}
