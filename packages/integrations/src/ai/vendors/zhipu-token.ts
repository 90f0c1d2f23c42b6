import { SignJWT } from 'jose'
import { credentialsError, readApiKey, type CredentialsHolder } from '../authorization.ts'

const lifetimeMs = 180_000

/**
 * The signed form of a BigModel key `<id>.<secret>`: https://docs.bigmodel.cn/cn/guide/develop/http/introduction (read 2026-11).
 * Unlike RFC 7519 its `exp` and `timestamp` are in milliseconds.
 * @throws VendorError `credentials` when the key has no secret part.
 */
export async function signZhipuToken(target: CredentialsHolder, nowMs: number): Promise<string> {
  const [id, secret, ...rest] = readApiKey(target).split('.')
  if (!id || !secret || rest.length > 0) throw credentialsError(target, 'malformed_key')
  return new SignJWT({ api_key: id, exp: nowMs + lifetimeMs, timestamp: nowMs })
    .setProtectedHeader({ alg: 'HS256', sign_type: 'SIGN' })
    .sign(new TextEncoder().encode(secret))
}
