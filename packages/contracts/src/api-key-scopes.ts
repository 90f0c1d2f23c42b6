import { scopes } from './modules.ts'

/**
 * What a key for scripts may be allowed to do. Whatever a procedure does not name one of these for, no key can do. Free of zod, so that a
 * page may list them without loading it.
 */
export const apiKeyScopes = scopes
export type ApiKeyScope = (typeof apiKeyScopes)[number]
