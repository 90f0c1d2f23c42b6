import type { ErrorCode } from '@mozhou/contracts/errors'
import { useI18n } from './words.ts'

const known = [
  'GENERATION_BUSY',
  'GENERATION_FAILED',
  'CONTENT_REFUSED',
  'CONTEXT_TOO_LONG',
  'CREDITS_INSUFFICIENT',
] as const

/** Why a run failed, said to operators: the sentence of its code speaks to whoever asked for the text. */
export function useFailureText(): (code: ErrorCode) => string {
  const { t } = useI18n()
  return (code) => {
    const worded = known.find((candidate) => candidate === code)
    return worded ? t(`generations.failures.${worded}`) : code
  }
}
