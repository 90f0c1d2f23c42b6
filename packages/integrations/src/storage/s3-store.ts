import { createReadStream } from 'node:fs'
import type { Readable } from 'node:stream'
import type { S3Client } from '@aws-sdk/client-s3'
import type * as Sdk from '@aws-sdk/client-s3'
import { isSha256, storedPath } from './port.ts'
import type { ByteRange, FileStore, ListPage, StagedFile, StoredPage } from './port.ts'

export interface S3Settings {
  endpoint: string
  region: string
  bucket: string
  accessKeyId: string
  secretAccessKey: string
  /** `https://host/bucket/key` in place of `https://bucket.host/key`: what most servers beside Amazon's take. */
  isPathStyle: boolean
}

/** A store that is away is told of soon; a video of 500 MB takes its time. */
const connectMs = 3_000
const requestMs = 300_000

interface Calls {
  sdk: typeof Sdk
  client: S3Client
}

/** Any store that speaks S3. The SDK is 22 MB: it is loaded with the first call. */
export function createS3Store(settings: S3Settings): FileStore {
  const { bucket: Bucket } = settings
  let loading: Promise<Calls> | null = null
  const calls = () => (loading ??= load(settings))
  const headOf = async (sha256: string) => {
    const { sdk, client } = await calls()
    const found = await client.send(new sdk.HeadObjectCommand({ Bucket, Key: storedPath(sha256) })).catch(unlessMissing)
    return found === null ? null : { bytes: found.ContentLength ?? 0 }
  }
  return {
    name: 's3',
    async put(staged) {
      if ((await headOf(staged.sha256))?.bytes === staged.bytes) return
      await send(await calls(), Bucket, staged)
    },
    async open(sha256, range) {
      const { sdk, client } = await calls()
      const wanted = { Bucket, Key: storedPath(sha256), ...(range && { Range: headerOf(range) }) }
      const found = await client.send(new sdk.GetObjectCommand(wanted)).catch(unlessMissing)
      // In Node the body is its stream.
      return found === null ? null : (found.Body as Readable)
    },
    head: headOf,
    async delete(sha256) {
      const { sdk, client } = await calls()
      await client.send(new sdk.DeleteObjectCommand({ Bucket, Key: storedPath(sha256) }))
    },
    list: async (page) => listBucket(await calls(), Bucket, page),
  }
}

async function load(settings: S3Settings): Promise<Calls> {
  const sdk = await import('@aws-sdk/client-s3')
  const { endpoint, region, accessKeyId, secretAccessKey, isPathStyle: forcePathStyle } = settings
  const client = new sdk.S3Client({
    endpoint,
    region,
    credentials: { accessKeyId, secretAccessKey },
    forcePathStyle,
    maxAttempts: 2,
    requestHandler: { connectionTimeout: connectMs, requestTimeout: requestMs },
    // Stores beside Amazon's refuse the checksums that it sends by itself.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  })
  return { sdk, client }
}

/** The hash that names the bytes is signed with them, so that the store refuses any others. */
async function send({ sdk, client }: Calls, Bucket: string, { path, sha256, bytes }: StagedFile): Promise<void> {
  const command = new sdk.PutObjectCommand({
    Bucket,
    Key: storedPath(sha256),
    Body: createReadStream(path),
    ContentLength: bytes,
  })
  command.middlewareStack.add(
    (next) => (args) => {
      const request = args.request as { headers: Record<string, string> }
      request.headers['x-amz-content-sha256'] = sha256
      return next(args)
    },
    { step: 'build', name: 'signedHash' },
  )
  await client.send(command)
}

async function listBucket({ sdk, client }: Calls, Bucket: string, { after, limit }: ListPage): Promise<StoredPage> {
  const found = await client.send(
    new sdk.ListObjectsV2Command({
      Bucket,
      Prefix: 'sha256/',
      MaxKeys: limit,
      ...(after !== undefined && { StartAfter: storedPath(after) }),
    }),
  )
  const files = (found.Contents ?? []).flatMap(({ Key = '', Size = 0, LastModified = new Date() }) => {
    const sha256 = Key.slice(Key.lastIndexOf('/') + 1)
    return isSha256(sha256) ? [{ sha256, bytes: Size, storedAt: LastModified }] : []
  })
  return { files, next: found.IsTruncated === true ? (files.at(-1)?.sha256 ?? null) : null }
}

const headerOf = ({ start, end }: ByteRange) => `bytes=${start}-${end}`

/** @throws RangeError for a range outside of the file, and whatever is not "there is no such thing" */
function unlessMissing(cause: unknown): null {
  if (!(cause instanceof Error)) throw cause
  if (cause.name === 'NotFound' || cause.name === 'NoSuchKey') return null
  if (cause.name === 'InvalidRange') throw new RangeError('not in the file', { cause })
  throw cause
}
