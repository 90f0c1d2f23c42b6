import type { apiKeysErrors } from './errors.ts'

export const apiKeysErrorsEn = {
  API_KEY_INVALID: 'There is no such API key. Nothing was charged. Check that the key is complete.',
  API_KEY_REVOKED: 'This API key was revoked. Nothing was charged. Make a new one in settings.',
  API_KEY_EXPIRED: 'This API key has expired. Nothing was charged. Make a new one in settings.',
  API_KEY_SCOPE_MISSING:
    'This API key may not do this; nothing was changed. The API document names the scope that each call takes: make a key with it, or, where none is named, sign in instead.',
  API_KEY_NOT_FOUND: 'This API key was not found; it may have been revoked. Reload the list.',
  API_KEY_LIMIT_REACHED: 'You have as many live API keys as there may be; none was made. Revoke one you do not use.',
} satisfies Record<keyof typeof apiKeysErrors, string>
