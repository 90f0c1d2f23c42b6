import { compose } from './compose.ts'
import { earlyErrorsEn } from './errors.early.en.ts'
import { lateErrorsEn } from './errors.late.en.ts'
import type { ShownCode } from './errors.ts'

export const errorsEn = compose([earlyErrorsEn, lateErrorsEn] as const) satisfies Record<ShownCode, string>
