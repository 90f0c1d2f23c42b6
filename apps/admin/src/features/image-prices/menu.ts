import ImageIcon from 'lucide-solid/icons/image'
import type { OperatorEntry } from '../../menu.ts'

export const imagePricesMenu: OperatorEntry = {
  to: '/image-prices',
  title: { zh: '图片价格', en: 'Picture prices' },
  icon: ImageIcon,
  permission: 'image:price',
}
