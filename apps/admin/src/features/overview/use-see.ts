import { useI18n } from './words.ts'

/** How the way from a card to the page that lists what it counts looks, and what it is called where the card is not seen. */
export function useSee() {
  const { t } = useI18n()
  return (what: string) => ({
    class: 'rounded-sm text-xs text-accent-text hover:underline',
    'aria-label': t('overview.seeWhat', what),
  })
}
