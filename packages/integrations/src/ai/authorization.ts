import { VendorError } from '@mozhou/contracts/vendor-error'
import type { VendorCredentials } from '@mozhou/contracts/models/inputs'
import type { TextTarget } from './port.ts'

/** What authorises one call. Most vendors have a fixed key; some make tokens that run out. */
export interface Authorization {
  /** Value of the bearer header. @throws VendorError */
  token(): Promise<string>
  /** Told of the vendor's refusal; true when a fresh token is worth the one repeat this layer allows. */
  renews(refusal: unknown, refusedToken: string): Promise<boolean>
}

/** Whose credentials they are. */
export interface CredentialsHolder {
  vendor: string
  credentials: VendorCredentials
}

/** Our own finding, before any call, that the stored credentials cannot work. */
export function credentialsError(target: CredentialsHolder, vendorCode: string): VendorError {
  return new VendorError('credentials', { vendor: target.vendor, vendorCode })
}

export function unsupportedProfile(target: CredentialsHolder): VendorError {
  return credentialsError(target, 'unsupported_auth_profile')
}

/** A key that can travel in a header. A pasted line break or full-width character would otherwise fail as our own bug. */
export function readApiKey(target: CredentialsHolder): string {
  const { apiKey } = target.credentials
  if (!/^[\x21-\x7e]+$/.test(apiKey)) throw credentialsError(target, 'malformed_key')
  return apiKey
}

/** The stored key itself is the bearer token; a refusal of it is final. */
export function fixedKey(target: TextTarget): Authorization {
  return { token: async () => readApiKey(target), renews: async () => false }
}

export function bearerOnly(target: TextTarget): Authorization {
  if (target.authProfile === 'bearer') return fixedKey(target)
  throw unsupportedProfile(target)
}
