import type { JSX } from 'solid-js'
import { Dialog } from '../components/dialog.tsx'
import { useUiI18n } from '../i18n/i18n.tsx'

interface NavDrawerProps {
  name: string
  isOpen: boolean
  onClose: () => void
  nav: () => JSX.Element
  userMenu: () => JSX.Element
}

/** The navigation on narrow screens. */
export function NavDrawer(props: NavDrawerProps) {
  const { t } = useUiI18n()
  // A choice has been made: the drawer is in the way from then on. After this turn, so that the menu hears of it first.
  const closeAfterChoice = (event: MouseEvent) => {
    if (event.target instanceof Element && event.target.closest('a, [role="menuitem"]'))
      setTimeout(() => props.onClose())
  }
  return (
    <Dialog isOpen={props.isOpen} onClose={() => props.onClose()} placement="left" title={props.name}>
      <div class="flex h-full flex-col gap-4" onClick={closeAfterChoice}>
        <nav aria-label={t('ui.navigation')} class="flex-1">
          {props.nav()}
        </nav>
        {props.userMenu()}
      </div>
    </Dialog>
  )
}
