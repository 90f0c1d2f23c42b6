import { lazyRouteComponent } from '@tanstack/solid-router'
import { isLoadFailure } from '../device/load-failure.ts'
import { withWords } from '../i18n/with-words.ts'

/** A page whose code and words come when it is first opened. */
export function lazyPage<Module extends Record<string, unknown>, Name extends keyof Module>(
  load: () => Promise<Module>,
  name: Name,
) {
  return lazyRouteComponent(() => loadPage(() => withWords(load)), name)
}

/**
 * The router answers code that does not come by reloading the document: right after a deployment, when the file is gone. Where nothing
 * can be reached the browser would put a page of its own in our place, with all that is open on it: then the failure gets another name.
 *
 * @throws TypeError as `import()` does
 */
export async function loadPage<Loaded>(load: () => Promise<Loaded>): Promise<Loaded> {
  try {
    return await load()
  } catch (cause) {
    if (isLoadFailure(cause) && !(await isAppReachable())) throw new TypeError('The app cannot be reached', { cause })
    throw cause
  }
}

const reachableWithinMs = 5_000

async function isAppReachable(): Promise<boolean> {
  const asked = fetch('/', { method: 'HEAD', cache: 'no-store', signal: AbortSignal.timeout(reachableWithinMs) })
  return asked.then(
    ({ ok }) => ok,
    () => false,
  )
}
