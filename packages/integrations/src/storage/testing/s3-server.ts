import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface S3Server {
  url: string
  /** By key, without the bucket. */
  objects: Map<string, { bytes: Buffer; storedAt: Date }>
  /** What was asked for, e.g. `PUT sha256/…`. */
  requests: string[]
  close(): Promise<void>
}

interface Keys {
  bucket: string
  accessKeyId: string
  secretAccessKey: string
}

/**
 * A small S3 of our own for tests, written from Amazon's own pages on Signature Version 4 (header form) and on the five calls that the store
 * makes. It refuses whatever is signed otherwise, and bodies whose hash is not the signed one.
 */
export async function startS3Server(keys: Keys): Promise<S3Server> {
  const objects: S3Server['objects'] = new Map()
  const requests: string[] = []
  const server = createServer((req, res) => {
    void answer(req, res, keys, objects, requests).catch((cause: unknown) => refuse(res, 500, String(cause)))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    objects,
    requests,
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

async function answer(
  req: IncomingMessage,
  res: ServerResponse,
  keys: Keys,
  objects: S3Server['objects'],
  requests: string[],
): Promise<void> {
  const pieces: Buffer[] = []
  for await (const piece of req as AsyncIterable<Buffer>) pieces.push(piece)
  const body = Buffer.concat(pieces)
  const url = new URL(req.url ?? '/', 'http://s3.test')
  const refusal = whyRefused(req, url, body, keys)
  if (refusal !== null) return refuse(res, refusal === 'XAmzContentSHA256Mismatch' ? 400 : 403, refusal)
  const [, bucket, ...rest] = decodeURIComponent(url.pathname).split('/')
  const key = rest.join('/')
  requests.push(`${req.method} ${key}`)
  if (bucket !== keys.bucket) return refuse(res, 404, 'NoSuchBucket')
  if (req.method === 'GET' && key === '') return list(res, url, objects)
  if (req.method === 'PUT') {
    objects.set(key, { bytes: body, storedAt: new Date() })
    res.writeHead(200, { etag: '"x"' }).end()
    return
  }
  if (req.method === 'DELETE') {
    objects.delete(key)
    res.writeHead(204).end()
    return
  }
  const found = objects.get(key)
  if (found === undefined) return refuse(res, 404, 'NoSuchKey')
  read(req, res, found.bytes)
}

function read(req: IncomingMessage, res: ServerResponse, bytes: Buffer): void {
  const [, start = '', end = ''] = /^bytes=(\d+)-(\d+)$/.exec(req.headers.range ?? '') ?? []
  if (start === '') {
    res.writeHead(200, { 'content-length': bytes.length }).end(req.method === 'HEAD' ? undefined : bytes)
    return
  }
  if (Number(start) >= bytes.length) return refuse(res, 416, 'InvalidRange')
  const part = bytes.subarray(Number(start), Number(end) + 1)
  res
    .writeHead(206, { 'content-range': `bytes ${start}-${end}/${bytes.length}`, 'content-length': part.length })
    .end(part)
}

function list(res: ServerResponse, url: URL, objects: S3Server['objects']): void {
  const after = url.searchParams.get('start-after') ?? ''
  const most = Number(url.searchParams.get('max-keys') ?? 1_000)
  const keys = [...objects.keys()].toSorted().filter((key) => key > after)
  const rows = keys.slice(0, most).map((key) => {
    const { bytes, storedAt } = objects.get(key) ?? { bytes: Buffer.alloc(0), storedAt: new Date() }
    return `<Contents><Key>${key}</Key><Size>${bytes.length}</Size><LastModified>${storedAt.toISOString()}</LastModified></Contents>`
  })
  res
    .writeHead(200, { 'content-type': 'application/xml' })
    .end(
      `<?xml version="1.0"?><ListBucketResult><IsTruncated>${keys.length > most}</IsTruncated>${rows.join('')}</ListBucketResult>`,
    )
}

function refuse(res: ServerResponse, status: number, code: string): void {
  res
    .writeHead(status, { 'content-type': 'application/xml' })
    .end(`<?xml version="1.0"?><Error><Code>${code}</Code><Message>${code}</Message></Error>`)
}

/** Null for a request that the owner of the keys has signed. */
function whyRefused(req: IncomingMessage, url: URL, body: Buffer, keys: Keys): string | null {
  const header = req.headers.authorization ?? ''
  const [, id, day, region, names, signature] =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, SignedHeaders=([^,]+), Signature=([0-9a-f]{64})$/.exec(
      header,
    ) ?? []
  if (id === undefined || day === undefined || region === undefined || names === undefined || signature === undefined)
    return 'AccessDenied'
  if (id !== keys.accessKeyId) return 'InvalidAccessKeyId'
  const time = String(req.headers['x-amz-date'])
  const hash = String(req.headers['x-amz-content-sha256'])
  const canonical = [
    req.method,
    url.pathname,
    [...url.searchParams]
      .map(([name, value]) => `${encode(name)}=${encode(value)}`)
      .toSorted()
      .join('&'),
    ...names.split(';').map((name) => `${name}:${String(req.headers[name]).trim().replaceAll(/ +/g, ' ')}`),
    '',
    names,
    hash,
  ].join('\n')
  const scope = `${day}/${region}/s3/aws4_request`
  const toSign = ['AWS4-HMAC-SHA256', time, scope, sha256(canonical)].join('\n')
  const key = [day, region, 's3', 'aws4_request'].reduce<Buffer>(
    (last, part) => hmac(last, part),
    Buffer.from(`AWS4${keys.secretAccessKey}`),
  )
  const wanted = hmac(key, toSign)
  if (!timingSafeEqual(wanted, Buffer.from(signature, 'hex'))) return 'SignatureDoesNotMatch'
  return hash === 'UNSIGNED-PAYLOAD' || hash === sha256(body) ? null : 'XAmzContentSHA256Mismatch'
}

const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest('hex')
const hmac = (key: Buffer, text: string) => createHmac('sha256', key).update(text).digest()
const encode = (text: string) =>
  encodeURIComponent(text).replaceAll(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`)
