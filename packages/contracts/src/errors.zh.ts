import type { ShownCode } from './errors.ts'
import { accountsErrorsZh } from './accounts/words.zh.ts'
import { apiKeysErrorsZh } from './api-keys/words.zh.ts'
import { creationsErrorsZh } from './creations/words.zh.ts'
import { creditsErrorsZh } from './credits/words.zh.ts'
import { editingErrorsZh } from './editing/words.zh.ts'
import { generationsErrorsZh } from './generations/words.zh.ts'
import { modelsErrorsZh } from './models/words.zh.ts'
import { promptsErrorsZh } from './prompts/words.zh.ts'
import { requestsErrorsZh } from './requests/words.zh.ts'
import { writingErrorsZh } from './writing/words.zh.ts'

/** Words for every code, for the apps and for REST: what happened, what it cost, what to do next. `{{ name }}` is filled from the error's params. */
export const errorsZh = {
  ...requestsErrorsZh,
  ...accountsErrorsZh,
  ...apiKeysErrorsZh,
  ...creditsErrorsZh,
  ...writingErrorsZh,
  ...modelsErrorsZh,
  ...promptsErrorsZh,
  ...creationsErrorsZh,
  ...editingErrorsZh,
  ...generationsErrorsZh,
} satisfies Record<ShownCode, string>
