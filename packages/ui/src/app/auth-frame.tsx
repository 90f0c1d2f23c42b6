import type { Locale } from '@mozhou/contracts/accounts/locales'
import type { JSX } from 'solid-js'
import { BrandMark } from '../components/brand.tsx'
import { Segmented } from '../components/segmented.tsx'
import { useUiI18n } from '../i18n/i18n.tsx'
import { chooseLocale, locales } from '../i18n/locale.ts'
import { useTitle } from './use-title.ts'

interface AuthFrameProps {
  title: string
  description: string
  children: JSX.Element
  footer?: JSX.Element
}

/** The page around signing in and signing up; its title is the tab's too. */
export function AuthFrame(props: AuthFrameProps) {
  const { t, locale } = useUiI18n()
  useTitle(() => props.title)
  return (
    <main class="flex min-h-dvh flex-col items-center justify-center gap-5 px-4 py-10">
      <div class="flex items-center gap-3 text-xl font-semibold">
        <BrandMark size={38} />
        {t('app.name')}
      </div>
      <section class="w-full max-w-sm rounded-lg border border-line bg-surface p-6 shadow-soft">
        <h1 class="text-lg font-semibold">{props.title}</h1>
        <p class="mt-1 mb-5 text-sm text-ink-2">{props.description}</p>
        {props.children}
      </section>
      {props.footer}
      <div class="w-52">
        <Segmented<Locale>
          label={t('ui.languageLabel')}
          value={locale()}
          onValueChange={chooseLocale}
          options={locales.map((value) => ({ value, label: t(`ui.language.${value}`) }))}
        />
      </div>
    </main>
  )
}
