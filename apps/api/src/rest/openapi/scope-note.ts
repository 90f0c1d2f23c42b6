import type { ApiKeyScope } from '@mozhou/contracts/api-key-scopes'
import { apiKeyScopeTitles } from '@mozhou/contracts/api-key-scopes'
import type { Wording } from '@mozhou/contracts/wording'
import { about } from './wording.ts'

/** The scope that a key needs, in the words it is chosen by and in the name that programs use. */
export const scopeNote = (scope: ApiKeyScope, pick: (wording: Wording) => string): string =>
  `${pick(about.scope)}: ${pick(apiKeyScopeTitles[scope])} (\`${scope}\`)`
