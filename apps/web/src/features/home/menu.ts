import House from 'lucide-solid/icons/house'
import type { CreatorEntry } from '../../menu.ts'

export const homeMenu: CreatorEntry = {
  to: '/',
  title: { zh: '首页', en: 'Home' },
  icon: House,
  group: null,
}
