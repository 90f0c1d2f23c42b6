import type { NavGroup, NavItem } from '@mozhou/ui/app/nav-list.tsx'
import { useRouter } from '@tanstack/solid-router'
import { useI18n } from '../i18n/i18n.ts'
import type { CreatorEntry } from '../menu.ts'

/** The menu, in the language of the moment. */
export function useNavigation(): () => NavGroup[] {
  const { t, pick } = useI18n()
  const { menu } = useRouter().options.context
  const itemsOf = (group: CreatorEntry['group']) =>
    menu
      .filter((entry) => entry.group === group)
      .map(({ to, title, icon }): NavItem => ({ to, label: pick(title), icon }))
  return () => [
    { items: itemsOf(null) },
    { label: t('app.groupCreate'), items: itemsOf('create') },
    { label: t('app.groupAccount'), items: itemsOf('account') },
  ]
}

/** The section that a page lies in: one of the menu, the settings or the recharge; everything else is home. */
export function useSection(path: () => string): () => Pick<NavItem, 'to' | 'label'> | undefined {
  const { t } = useI18n()
  const groups = useNavigation()
  return () => {
    const [home, ...menu] = groups().flatMap(({ items }) => items)
    const beside = [
      { to: '/settings', label: t('app.settings') },
      { to: '/recharge', label: t('app.recharge') },
    ] as const
    const sections = [...menu, ...beside]
    return sections.find(({ to }) => path().startsWith(to)) ?? home
  }
}
