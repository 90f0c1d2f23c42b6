import { buttonClass } from '@mozhou/ui/components/button-class'
import { Card } from '@mozhou/ui/components/card.tsx'
import { Link } from '@tanstack/solid-router'
import { useI18n } from './words.ts'

/** The way there, in the settings. */
export function WebhooksCard() {
  const { t } = useI18n()
  return (
    <Card title={t('webhooks.title')} description={t('webhooks.hint')}>
      <Link to="/settings/webhooks" class={buttonClass({})}>
        {t('webhooks.open')}
      </Link>
    </Card>
  )
}
