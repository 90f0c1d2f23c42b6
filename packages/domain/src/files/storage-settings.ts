import type { StorageSettings } from '@mozhou/integrations/storage/registry'
import type { ServerEnvironment } from '../environment.ts'

/** The environment's names for the store; they come together or not at all. */
export function storageSettings(env: ServerEnvironment): StorageSettings {
  const {
    S3_ENDPOINT: endpoint,
    S3_BUCKET: bucket,
    S3_ACCESS_KEY_ID: accessKeyId,
    S3_SECRET_ACCESS_KEY: secretAccessKey,
  } = env
  const folder = env.FILES_DIR
  if (endpoint === undefined || bucket === undefined || accessKeyId === undefined || secretAccessKey === undefined)
    return { folder, s3: null }
  const isPathStyle = env.S3_PATH_STYLE === '1'
  return { folder, s3: { endpoint, bucket, accessKeyId, secretAccessKey, region: env.S3_REGION, isPathStyle } }
}
