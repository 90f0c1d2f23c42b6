import { lazyRouteComponent } from '@tanstack/solid-router'
import { withWords } from '../i18n/with-words.ts'

/** A page whose code and words come when it is first opened. */
export function lazyPage<Module extends Record<string, unknown>, Name extends keyof Module>(
  load: () => Promise<Module>,
  name: Name,
) {
  return lazyRouteComponent(() => withWords(load), name)
}
