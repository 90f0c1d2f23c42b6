import { buttonClass } from '@mozhou/ui/components/button-class'
import { Card } from '@mozhou/ui/components/card.tsx'
import { Link } from '@tanstack/solid-router'
import { useI18n } from './words.ts'

/** The way there, at the end of the settings. */
export function DeleteAccountCard() {
  const { t } = useI18n()
  return (
    <Card title={t('deletion.title')} description={t('deletion.hint')}>
      <Link to="/settings/delete-account" class={buttonClass({})}>
        {t('deletion.open')}
      </Link>
    </Card>
  )
}
