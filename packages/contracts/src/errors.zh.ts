import { compose } from './compose.ts'
import { earlyErrorsZh } from './errors.early.zh.ts'
import { lateErrorsZh } from './errors.late.zh.ts'
import type { ShownCode } from './errors.ts'

/** Words for every code, for REST: what happened, what it cost, what to do next. `{{ name }}` is filled from the error's params. Browsers have them in two parts. */
export const errorsZh = compose([earlyErrorsZh, lateErrorsZh] as const) satisfies Record<ShownCode, string>
