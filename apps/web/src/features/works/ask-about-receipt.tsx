import { buttonClass } from '@mozhou/ui/components/button-class'
import { Link } from '@tanstack/solid-router'
import { useI18n } from '../../i18n/i18n.ts'

/** From a receipt to a conversation that is about it. */
export function AskAboutReceipt(props: { creationId: string }) {
  const { t } = useI18n()
  return (
    <Link
      to="/support/new"
      search={{ receipt: props.creationId }}
      class={buttonClass({ variant: 'ghost', size: 'sm' })}
    >
      {t('library.askAboutReceipt')}
    </Link>
  )
}
