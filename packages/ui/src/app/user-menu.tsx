import Ellipsis from 'lucide-solid/icons/ellipsis'
import LogOut from 'lucide-solid/icons/log-out'
import type { Locale } from '@mozhou/contracts/accounts/locales'
import { Avatar } from '../components/avatar.tsx'
import { Menu } from '../components/menu.tsx'
import type { MenuAction, MenuGroup } from '../components/menu-action.ts'
import { toastError, toastSuccess } from '../components/toast.tsx'
import { setTheme, theme, themes } from '../theme/theme.ts'
import { useUiI18n } from '../i18n/i18n.tsx'
import { locales } from '../i18n/locale.ts'

interface UserMenuProps {
  name: string
  subtitle: string
  onLocale: (locale: Locale) => void
  /** Ends the session and leads out; a refusal is shown. */
  logout: () => Promise<void>
  /** They stand above theme and language. */
  actions?: readonly MenuAction[]
}

const triggerClass =
  'flex w-full items-center gap-2.5 rounded-md border border-line bg-surface p-2 text-left hover:bg-sunken'

export function UserMenu(props: UserMenuProps) {
  const { t } = useUiI18n()
  const groups = useGroups(props)
  return (
    <Menu
      triggerLabel={t('ui.userMenu', props.name)}
      triggerClass={triggerClass}
      placement="top-start"
      trigger={<TriggerContent name={props.name} subtitle={props.subtitle} />}
      groups={groups()}
    />
  )
}

function TriggerContent(props: { name: string; subtitle: string }) {
  return (
    <>
      <Avatar name={props.name} />
      <span class="min-w-0 flex-1">
        <span class="block truncate text-sm font-medium">{props.name}</span>
        <span class="block truncate text-xs text-ink-3">{props.subtitle}</span>
      </span>
      <Ellipsis size={18} class="shrink-0 text-ink-3" aria-hidden="true" />
    </>
  )
}

function useGroups(props: UserMenuProps): () => MenuGroup[] {
  const { t, locale, error } = useUiI18n()
  async function leave() {
    try {
      await props.logout()
      toastSuccess({ title: t('ui.loggedOut') })
    } catch (cause) {
      toastError({ title: error(cause) })
    }
  }
  const themeActions = () =>
    themes.map((choice) => ({
      id: `theme-${choice}`,
      label: t(`ui.theme.${choice}`),
      isChosen: theme() === choice,
      onSelect: () => setTheme(choice),
    }))
  const localeActions = () =>
    locales.map((choice) => ({
      id: `locale-${choice}`,
      label: t(`ui.language.${choice}`),
      isChosen: locale() === choice,
      onSelect: () => props.onLocale(choice),
    }))
  const logout = (): MenuAction => ({
    id: 'logout',
    label: t('ui.logout'),
    icon: <LogOut size={15} aria-hidden="true" />,
    onSelect: () => void leave(),
  })
  return () => [
    ...(props.actions ? [{ actions: props.actions }] : []),
    { label: t('ui.themeLabel'), actions: themeActions() },
    { label: t('ui.languageLabel'), actions: localeActions() },
    { actions: [logout()] },
  ]
}
