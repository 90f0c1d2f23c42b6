import { useI18n } from '../../i18n/i18n.ts'

const linkClass = 'font-medium text-accent-text underline underline-offset-4'

/** The two documents, in the reader's language, each in a window of its own: nothing that was typed is lost. */
export function TermsLinks() {
  const { t, locale } = useI18n()
  const base = () => (locale() === 'zh-CN' ? '/welcome' : '/welcome/en')
  return (
    <>
      <a href={`${base()}/terms/`} target="_blank" rel="noreferrer" class={linkClass}>
        {t('auth.terms')}
      </a>
      {t('auth.termsAnd')}
      <a href={`${base()}/privacy/`} target="_blank" rel="noreferrer" class={linkClass}>
        {t('auth.privacy')}
      </a>
    </>
  )
}
