import { useQuery } from '@mozhou/ui/api/use-query'
import { useI18n } from '../../i18n/i18n.ts'
import { systemInfo } from '../../session/queries.ts'

/** What is given for signing up, and for how long: what is not said here never holds later. */
export function useGiftHint(): () => string {
  const { t, number } = useI18n()
  const info = useQuery(() => systemInfo())
  return () => {
    const { signupGiftCredits: credits, signupGiftDays: days } = info.data ?? {
      signupGiftCredits: 0,
      signupGiftDays: null,
    }
    if (credits === 0) return t('auth.registerHintPlain')
    return days === null
      ? t('auth.registerHint', number(credits))
      : t('auth.registerHintUntil', number(credits), number(days))
  }
}
