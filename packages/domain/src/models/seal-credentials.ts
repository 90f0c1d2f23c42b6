import type { VendorCredentials } from '@mozhou/contracts/models/inputs'
import type { DomainContext } from '../context.ts'

/** Columns of a model row that hold its key: sealed, bound to the row, with the last four characters for people. */
export function sealCredentials(
  ctx: Pick<DomainContext, 'secrets'>,
  modelId: string,
  credentials: VendorCredentials,
  source: 'seed' | 'env' | 'admin',
) {
  const { data, keyId } = ctx.secrets.seal(JSON.stringify(credentials), modelId)
  return {
    credentials: data,
    credentialsKeyId: keyId,
    credentialsLast4: credentials.apiKey.slice(-4),
    credentialsSource: source,
  }
}

/** Whether an address is the sandbox's, so that its texts are marked as samples. */
export function isSandboxAddress(ctx: Pick<DomainContext, 'settings'>, baseUrl: string): boolean {
  const { sandboxUrl } = ctx.settings
  return sandboxUrl !== null && new URL(baseUrl).origin === new URL(sandboxUrl).origin
}
