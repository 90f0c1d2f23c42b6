import { isLoopbackHost, whyNotPublicUrl } from '@mozhou/contracts/network-address'
import type { DomainContext } from '../context.ts'

/** Where the sandbox plays customers' own servers. */
const sandboxPath = /^\/__sandbox\/webhooks\/in\/[a-z0-9-]{1,40}$/u

/**
 * Whether a customer's address may be called by us: one of the public internet. On a development machine the sandbox's own boxes may be, too;
 * production has no sandbox (`production-refusals.ts`), and so no such address. What a name resolves to is judged again with every call.
 */
export function isWebhookAddress({ settings }: Pick<DomainContext, 'settings'>, url: string): boolean {
  return whyNotPublicUrl(url) === null || isSandboxBox(settings.sandboxUrl, url)
}

/** How an address is called: by the guard, whatever is stored, unless it is a box of the sandbox. */
export function callerOf(
  { settings, callOut }: Pick<DomainContext, 'settings'> & { callOut: typeof fetch },
  url: string,
): typeof fetch {
  return isSandboxBox(settings.sandboxUrl, url) ? fetch : callOut
}

function isSandboxBox(sandboxUrl: string | null, text: string): boolean {
  const [own, url] = [URL.parse(sandboxUrl ?? ''), URL.parse(text)]
  if (!own || !url || url.username !== '' || url.password !== '' || url.search !== '') return false
  const isSameHost = url.hostname === own.hostname || (isLoopbackHost(url.hostname) && isLoopbackHost(own.hostname))
  return isSameHost && url.protocol === own.protocol && url.port === own.port && sandboxPath.test(url.pathname)
}
