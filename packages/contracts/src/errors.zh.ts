import { compose } from './compose.ts'
import type { ShownCode } from './errors.ts'
import { errorWordsZh } from './modules.ts'

/** Words for every code, for the apps and for REST: what happened, what it cost, what to do next. `{{ name }}` is filled from the error's params. */
export const errorsZh = compose(errorWordsZh) satisfies Record<ShownCode, string>
