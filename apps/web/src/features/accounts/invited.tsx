import { useQuery } from '@mozhou/ui/api/use-query'
import { Notice } from '@mozhou/ui/components/notice.tsx'
import { Show } from 'solid-js'
import { useI18n } from '../../i18n/i18n.ts'
import { invitation } from './queries.ts'

/** What the code of the link means to who opened it: a welcome, or that it is of no use to them. */
export function Invited(props: { code: string }) {
  const { t, number } = useI18n()
  const asked = useQuery(() => invitation(props.code))
  const words = () => {
    const { state, welcomeCredits = 0 } = asked.data ?? {}
    switch (state) {
      case 'fit':
        return welcomeCredits > 0 ? t('auth.invitedGift', number(welcomeCredits)) : t('auth.invited')
      case 'own':
        return t('auth.invitedOwn')
      case 'registered':
        return t('auth.invitedRegistered')
      case 'unknown':
        return t('auth.invitedUnknown')
      case undefined:
        return null
    }
  }
  return (
    <Show when={words()}>
      {(text) => (
        <div class="mb-4">
          <Notice tone={asked.data?.state === 'fit' ? 'success' : 'warning'}>{text()}</Notice>
        </div>
      )}
    </Show>
  )
}
