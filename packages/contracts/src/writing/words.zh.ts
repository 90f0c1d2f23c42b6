import type { writingErrors } from './errors.ts'

export const writingErrorsZh = {
  CREATION_NOT_INCOMPLETE: '这篇作品已经写完，不需要续写，没有扣积分。',
  CONTINUE_LIMIT_REACHED: '免费续写次数已用完，没有扣积分。可以重新生成，或把字数调小。',
} satisfies Record<keyof typeof writingErrors, string>
