import { buttonClass } from '@mozhou/ui/components/button-class'
import { Card } from '@mozhou/ui/components/card.tsx'
import { Link } from '@tanstack/solid-router'
import { useI18n } from './words.ts'

/** The way there, in the settings. */
export function FilesCard() {
  const { t } = useI18n()
  return (
    <Card title={t('files.title')} description={t('files.hint')}>
      <Link to="/settings/files" class={buttonClass({})}>
        {t('files.open')}
      </Link>
    </Card>
  )
}
