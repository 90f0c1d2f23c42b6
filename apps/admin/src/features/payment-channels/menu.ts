import WalletCards from 'lucide-solid/icons/wallet-cards'
import type { OperatorEntry } from '../../menu.ts'

export const paymentChannelsMenu: OperatorEntry = {
  to: '/payment-channels',
  title: { zh: '支付渠道', en: 'Payment channels' },
  icon: WalletCards,
  permission: 'channel:read',
}
