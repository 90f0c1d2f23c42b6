import Library from 'lucide-solid/icons/library'
import type { CreatorEntry } from '../../menu.ts'

export const creationsMenu: CreatorEntry = {
  to: '/creations',
  title: { zh: '作品库', en: 'Library' },
  icon: Library,
  group: 'create',
}
