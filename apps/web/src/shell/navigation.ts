import type { NavGroup, NavItem } from '@mozhou/ui/app/nav-list.tsx'
import Coins from 'lucide-solid/icons/coins'
import House from 'lucide-solid/icons/house'
import Library from 'lucide-solid/icons/library'
import PenLine from 'lucide-solid/icons/pen-line'
import { useI18n } from '../i18n/i18n.ts'

/** The menu, in the language of the moment. */
export function useNavigation(): () => NavGroup[] {
  const { t } = useI18n()
  return () => [
    { items: [{ to: '/', label: t('app.home'), icon: House }] },
    {
      label: t('app.groupCreate'),
      items: [
        { to: '/writing', label: t('app.writing'), icon: PenLine },
        { to: '/creations', label: t('app.creations'), icon: Library },
      ],
    },
    { label: t('app.groupAccount'), items: [{ to: '/credits', label: t('app.credits'), icon: Coins }] },
  ]
}

/** The section that a page lies in: one of the menu, or the settings; everything else is home. */
export function useSection(path: () => string): () => Pick<NavItem, 'to' | 'label'> {
  const { t } = useI18n()
  const groups = useNavigation()
  return () => {
    const menu = groups().flatMap(({ items }) => items)
    const sections = [...menu.filter(({ to }) => to !== '/'), { to: '/settings', label: t('app.settings') } as const]
    return sections.find(({ to }) => path().startsWith(to)) ?? { to: '/', label: t('app.home') }
  }
}
