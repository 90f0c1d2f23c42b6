import { Card } from '@mozhou/ui/components/card.tsx'
import { Field } from '@mozhou/ui/components/field.tsx'
import { Segmented } from '@mozhou/ui/components/segmented.tsx'
import type { Theme } from '@mozhou/ui/theme/theme'
import { setTheme, theme, themes } from '@mozhou/ui/theme/theme'
import type { Locale } from '@mozhou/contracts/accounts/locales'
import { locales } from '@mozhou/ui/i18n/locale'
import { Page } from '@mozhou/ui/app/page.tsx'
import { useI18n } from './words.ts'
import { DeleteAccountCard } from '../account-deletion/delete-account-card.tsx'
import { FilesCard } from '../files/files-card.tsx'
import { WishesCard } from '../notifications/wishes-card.tsx'
import { WebhooksCard } from '../webhooks/webhooks-card.tsx'
import { ApiKeysCard } from './api-keys-card.tsx'
import { PasswordCard } from './password-card.tsx'
import { ProfileCard } from './profile-card.tsx'
import { SessionsCard } from './sessions-card.tsx'
import { useChangeLocale } from './use-change-locale.ts'

export function SettingsPage() {
  const { t } = useI18n()
  return (
    <Page title={t('settings.title')} subtitle={t('settings.subtitle')}>
      <div class="grid max-w-5xl gap-5 lg:grid-cols-2">
        <ProfileCard />
        <PreferencesCard />
        <PasswordCard />
        <SessionsCard />
        <WishesCard />
        <ApiKeysCard />
        <WebhooksCard />
        <FilesCard />
        <DeleteAccountCard />
      </div>
    </Page>
  )
}

function PreferencesCard() {
  const { t, locale } = useI18n()
  const changeLocale = useChangeLocale()
  return (
    <Card title={t('settings.preferences')}>
      <div class="flex flex-col gap-4">
        <Field label={t('settings.language')}>
          <Segmented<Locale>
            value={locale()}
            onValueChange={changeLocale}
            options={locales.map((value) => ({ value, label: t(`ui.language.${value}`) }))}
          />
        </Field>
        <Field label={t('settings.theme')}>
          <Segmented<Theme>
            value={theme()}
            onValueChange={setTheme}
            options={themes.map((value) => ({ value, label: t(`ui.theme.${value}`) }))}
          />
        </Field>
      </div>
    </Card>
  )
}
