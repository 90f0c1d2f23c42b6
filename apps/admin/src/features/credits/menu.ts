import Scale from 'lucide-solid/icons/scale'
import ReceiptText from 'lucide-solid/icons/receipt-text'
import type { OperatorEntry } from '../../menu.ts'

export const moneyChecksMenu: OperatorEntry = {
  to: '/money-checks',
  title: { zh: '资金核对', en: 'Money checks' },
  icon: Scale,
  permission: 'invariant:read',
}

export const refundsMenu: OperatorEntry = {
  to: '/refunds',
  title: { zh: '积分退回', en: 'Credits returned' },
  icon: ReceiptText,
  permission: 'ledger:read',
}
