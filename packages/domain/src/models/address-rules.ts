import { AppError } from '@mozhou/contracts/errors'
import { isLoopbackHost, whyNotPublicUrl } from '@mozhou/contracts/network-address'
import type { DomainContext } from '../context.ts'
import { isSandboxAddress } from './seal-credentials.ts'

type AddressContext = Pick<DomainContext, 'settings'>

/** An address this deployment vouches for: its own sandbox, and in development the developer's machine. */
export function isPrivateNetwork(ctx: AddressContext, baseUrl: string): boolean {
  if (isSandboxAddress(ctx, baseUrl)) return true
  return ctx.settings.allowsLoopbackModels && isLoopbackHost(new URL(baseUrl).hostname)
}

/**
 * Keys and prompts go to this address: only https on the public internet. What its name resolves to is judged again with every
 * connection, by the client that makes it.
 * @throws AppError VALIDATION_FAILED naming `baseUrl` and the rule it breaks.
 */
export function assertModelAddress(ctx: AddressContext, baseUrl: string): void {
  const refusal = whyNotPublicUrl(baseUrl)
  if (refusal === null) return
  // Credentials in a URL end up in logs, at the sandbox too.
  if (refusal !== 'credentials' && refusal !== 'malformed' && isPrivateNetwork(ctx, baseUrl)) return
  throw new AppError('VALIDATION_FAILED', { field: 'baseUrl', rule: `address_${refusal}` })
}

/** A stored key is for the server it was entered for: whoever re-points a model elsewhere has to know a key for that place. */
export function assertMove(ctx: AddressContext, from: string, to: string, hasNewKey: boolean): void {
  assertModelAddress(ctx, to)
  if (!hasNewKey && new URL(from).origin !== new URL(to).origin)
    throw new AppError('VALIDATION_FAILED', { field: 'credentials.apiKey', rule: 'required' })
}
