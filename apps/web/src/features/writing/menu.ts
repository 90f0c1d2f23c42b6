import PenLine from 'lucide-solid/icons/pen-line'
import type { CreatorEntry } from '../../menu.ts'

export const writingMenu: CreatorEntry = {
  to: '/writing',
  title: { zh: 'AI 写作', en: 'AI writing' },
  icon: PenLine,
  group: 'create',
}
