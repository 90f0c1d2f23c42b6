import type { VendorAnswer } from './answer.ts'
import type { Exchange } from './exchange.ts'
import type { Frame } from './frames.ts'
import { wait, waitForever } from './wait.ts'

/** Byte-level behaviour of a stream. */
export interface WireOptions {
  chunkDelayMs: number
  lineEnd: '\n' | '\r\n'
  withComments: boolean
  withoutSpace: boolean
  splitBytes: boolean
  /** After this many text frames nothing more comes and the connection stays open. */
  hangAfterChunks: number | null
  /** Close the socket instead of ending the response. */
  cutAtEnd: boolean
}

const bytesOf = ({ body }: VendorAnswer) => (typeof body === 'string' ? Buffer.from(body, 'utf8') : body)

/** Sends a complete answer. */
export function writeAnswer(exchange: Exchange, answer: VendorAnswer, headers: Record<string, string>): void {
  const body = bytesOf(answer)
  exchange.response.writeHead(answer.status, {
    ...headers,
    ...answer.headers,
    'content-type': answer.contentType,
    'content-length': body.length,
  })
  exchange.response.end(body)
}

/** Sends the first half of a complete answer and closes the socket. */
export function writeHalfAnswer(exchange: Exchange, answer: VendorAnswer, headers: Record<string, string>): void {
  const body = bytesOf(answer)
  exchange.response.writeHead(answer.status, {
    ...headers,
    'content-type': answer.contentType,
    'content-length': body.length,
  })
  exchange.response.write(body.subarray(0, Math.floor(body.length / 2)), () => cut(exchange))
}

/** Drops the connection as it stands. */
export function cut(exchange: Exchange): void {
  exchange.record.endedBy = 'cut'
  exchange.response.destroy()
}

function encodeFrame(frame: Frame, options: WireOptions): Buffer {
  const lines = options.withoutSpace
    ? frame.lines.map((line) => line.replace(/^(data|event|id):\s/, '$1:'))
    : frame.lines
  const comment = options.withComments ? `: keep-alive${options.lineEnd}${options.lineEnd}` : ''
  return Buffer.from(comment + lines.join(options.lineEnd) + options.lineEnd + options.lineEnd, 'utf8')
}

// Small primes and their neighbours: every three-byte character and every "data:" gets cut sooner or later.
const pieceSizes = [1, 2, 3, 5, 8, 13]

async function send(exchange: Exchange, bytes: Buffer): Promise<void> {
  if (exchange.response.write(bytes)) return
  await new Promise<void>((resolve, reject) => {
    const { response, signal } = exchange
    const leave = () => reject(new DOMException('client left', 'AbortError'))
    if (signal.aborted) leave()
    signal.addEventListener('abort', leave, { once: true })
    response.once('drain', () => {
      signal.removeEventListener('abort', leave)
      resolve()
    })
  })
}

async function sendInPieces(exchange: Exchange, bytes: Buffer, start: number): Promise<void> {
  for (let at = 0, turn = start; at < bytes.length; turn += 1) {
    const size = pieceSizes[turn % pieceSizes.length] ?? 1
    await send(exchange, bytes.subarray(at, at + size))
    // A turn of the event loop keeps the pieces apart on the socket.
    await new Promise((resolve) => setImmediate(resolve))
    at += size
  }
}

/** Frames that go out together when nothing asks for a pause between them: a write each would cost more than the prose. */
const batchSize = 16

/** Sends frames one by one; rejects with an AbortError when the client leaves. */
export async function writeStream(
  exchange: Exchange,
  frames: readonly Frame[],
  headers: Record<string, string>,
  options: WireOptions,
): Promise<void> {
  const { response, signal, record } = exchange
  response.writeHead(200, {
    ...headers,
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-cache',
  })
  response.socket?.setNoDelay(true)
  const isBatched = options.chunkDelayMs === 0 && options.hangAfterChunks === null
  if (!isBatched) response.flushHeaders()
  let batch: Buffer[] = []
  const flush = async () => {
    if (batch.length > 0) await send(exchange, Buffer.concat(batch))
    batch = []
  }
  for (const [index, frame] of frames.entries()) {
    if (frame.isText) {
      if (record.chunksSent === options.hangAfterChunks) await waitForever(signal)
      if (!isBatched) await wait(options.chunkDelayMs, signal)
      record.chunksSent += 1
    }
    const bytes = encodeFrame(frame, options)
    if (options.splitBytes) await sendInPieces(exchange, bytes, index)
    else batch.push(bytes)
    if (!isBatched || batch.length >= batchSize) await flush()
  }
  await flush()
  if (options.hangAfterChunks !== null) await waitForever(signal)
  if (options.cutAtEnd) await cutWhenFlushed(exchange)
  else response.end()
}

/** The frames before the cut must arrive: destroying a socket drops what it still holds. */
async function cutWhenFlushed(exchange: Exchange): Promise<void> {
  while ((exchange.response.socket?.writableLength ?? 0) > 0) await wait(1, exchange.signal)
  cut(exchange)
}
