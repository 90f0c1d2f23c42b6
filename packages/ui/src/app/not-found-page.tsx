import { buttonClass } from '../components/button-class.ts'
import { EmptyState } from '../components/empty-state.tsx'
import { Link } from '@tanstack/solid-router'
import Compass from 'lucide-solid/icons/compass'
import { useUiI18n } from '../i18n/i18n.tsx'
import { Page } from './page.tsx'

export function NotFoundPage() {
  const { t } = useUiI18n()
  return (
    <main class="flex min-h-[70dvh] items-center justify-center">
      <Page title={t('app.notFoundTitle')} isTitleHidden>
        <EmptyState
          icon={<Compass size={24} aria-hidden="true" />}
          title={t('app.notFoundTitle')}
          description={t('app.notFoundHint')}
          action={
            <Link to="/" class={buttonClass({ variant: 'primary' })}>
              {t('app.backHome')}
            </Link>
          }
        />
      </Page>
    </main>
  )
}
