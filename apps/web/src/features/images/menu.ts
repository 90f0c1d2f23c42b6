import ImageIcon from 'lucide-solid/icons/image'
import type { CreatorEntry } from '../../menu.ts'

export const imagesMenu: CreatorEntry = {
  to: '/images',
  title: { zh: '图片', en: 'Pictures' },
  icon: ImageIcon,
  group: 'create',
}
