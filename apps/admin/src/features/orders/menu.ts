import ReceiptJapaneseYen from 'lucide-solid/icons/receipt-japanese-yen'
import Tags from 'lucide-solid/icons/tags'
import type { OperatorEntry } from '../../menu.ts'

export const ordersMenu: OperatorEntry = {
  to: '/orders',
  title: { zh: '订单', en: 'Orders' },
  icon: ReceiptJapaneseYen,
  permission: 'order:read',
}

export const plansMenu: OperatorEntry = {
  to: '/plans',
  title: { zh: '套餐', en: 'Plans' },
  icon: Tags,
  permission: 'plan:read',
}
