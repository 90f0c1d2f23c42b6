import { compose } from './compose.ts'
import { scopeParts } from './modules.ts'
import type { Wording } from './wording.ts'

const scopes = compose(scopeParts)

/**
 * What a key for scripts may be allowed to do. Whatever a procedure does not name one of these for, no key can do. Free of zod, so that a
 * page may list them without loading it.
 */
export type ApiKeyScope = keyof typeof scopes
export const apiKeyScopes = Object.keys(scopes) as [ApiKeyScope, ...ApiKeyScope[]]
export const apiKeyScopeTitles = scopes satisfies Record<ApiKeyScope, Wording>
