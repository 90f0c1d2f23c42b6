import { AppError } from '@mozhou/contracts/errors'
import { Piscina } from 'piscina'
import type { DocumentFormat, DocumentWriter, SourceDocument } from './port.ts'

export interface DocumentTask {
  format: DocumentFormat
  document: SourceDocument
}

export interface DocumentPool {
  write: DocumentWriter
  close(): Promise<void>
}

export interface DocumentPoolLimits {
  threads: number
  /** Files that may wait for a thread. */
  mayWait: number
  /** What one file may take, waiting included; its thread is ended then. */
  timeLimitMs: number
}

const idleTimeoutMs = 600_000
const retryAfterSeconds = 10

/** Makes files beside the request thread, which a long text would hold up, and of a lower priority than it. */
export function createDocumentPool({ threads, mayWait, timeLimitMs }: DocumentPoolLimits): DocumentPool {
  const pool = new Piscina<DocumentTask, Uint8Array>({
    filename: new URL('document-thread.ts', import.meta.url).href,
    minThreads: 0,
    maxThreads: threads,
    maxQueue: mayWait,
    idleTimeout: idleTimeoutMs,
    niceIncrement: 5,
  })
  return {
    async write(format, document, signal) {
      if (pool.queueSize >= mayWait) throw new AppError('EXPORT_UNAVAILABLE', { retryAfterSeconds })
      const limit = AbortSignal.timeout(timeLimitMs)
      try {
        return await pool.run({ format, document }, { signal: signal ? AbortSignal.any([signal, limit]) : limit })
      } catch (cause) {
        if (limit.aborted && signal?.aborted !== true)
          throw new AppError('EXPORT_UNAVAILABLE', { retryAfterSeconds }, { cause })
        throw cause
      }
    },
    close: () => pool.destroy(),
  }
}
