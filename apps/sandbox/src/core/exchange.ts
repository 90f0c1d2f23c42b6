import { randomUUID } from 'node:crypto'
import type { Request, Response } from 'express'
import { redactHeaders, redactUrl } from './redact.ts'
import type { RequestRecord } from './request-log.ts'
import type { SandboxState } from './plug.ts'

/** The strictest limit that a vendor documents. */
const maxBodyBytes = 32 * 1024 * 1024
const loggedBodyChars = 64 * 1024

/** One call under way. */
export interface Exchange {
  /** 32 hex digits; vendors' request ids are made from it. */
  id: string
  state: SandboxState
  vendor: string
  request: Request
  response: Response
  query: URLSearchParams
  bytes: Buffer
  /** As it came, before anything read it: signatures cover it to the letter. */
  text: string
  /** undefined when the body is no JSON. */
  body: unknown
  isJson: boolean
  isTooLarge: boolean
  /** Aborted when the client leaves before the answer is complete. */
  signal: AbortSignal
  record: RequestRecord
}

async function readBody(request: Request): Promise<Buffer | null> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length
    if (size <= maxBodyBytes) parts.push(part)
  }
  return size > maxBodyBytes ? null : Buffer.concat(parts)
}

function parseJson(text: string): { isJson: boolean; body: unknown } {
  try {
    return { isJson: true, body: JSON.parse(text) as unknown }
  } catch {
    return { isJson: false, body: undefined }
  }
}

function watchEnd(response: Response, record: RequestRecord, leave: AbortController): void {
  const startedAt = performance.now()
  response.on('close', () => {
    record.durationMs = Math.round(performance.now() - startedAt)
    if (response.headersSent) record.status = response.statusCode
    record.endedBy ??= response.writableFinished ? 'sandbox' : 'client'
    if (!response.writableFinished) leave.abort()
  })
}

function openRecord(id: string, vendor: string, request: Request): RequestRecord {
  return {
    id,
    time: new Date().toISOString(),
    vendor,
    method: request.method,
    path: redactUrl(request.originalUrl),
    headers: redactHeaders(request.headers),
    body: null,
    model: null,
    faults: [],
    status: null,
    durationMs: null,
    chunksSent: 0,
    endedBy: null,
  }
}

/** Reads the request and opens its log record. */
export async function openExchange(
  state: SandboxState,
  vendor: string,
  request: Request,
  response: Response,
): Promise<Exchange> {
  const id = randomUUID().replaceAll('-', '')
  const leave = new AbortController()
  const record = openRecord(id, vendor, request)
  state.requests.add(record)
  watchEnd(response, record, leave)
  const raw = await readBody(request)
  const text = raw?.toString('utf8') ?? ''
  const { isJson, body } = parseJson(text)
  record.body = isJson && text.length <= loggedBodyChars ? body : text.slice(0, loggedBodyChars)
  const query = new URLSearchParams(request.originalUrl.split('?', 2)[1] ?? '')
  return {
    id,
    state,
    vendor,
    request,
    response,
    query,
    bytes: raw ?? Buffer.alloc(0),
    text,
    body,
    isJson,
    isTooLarge: raw === null,
    signal: leave.signal,
    record,
  }
}

/** The Bearer credential, or null. */
export function bearerOf(exchange: Exchange): string | null {
  return /^Bearer\s+(\S+)$/i.exec(exchange.request.headers.authorization ?? '')?.[1] ?? null
}
