import Send from 'lucide-solid/icons/send'
import type { CreatorEntry } from '../../menu.ts'

export const publicationsMenu: CreatorEntry = {
  to: '/publish',
  title: { zh: '发布', en: 'Publish' },
  icon: Send,
  group: 'create',
}
