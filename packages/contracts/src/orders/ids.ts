export const ordersIds = { order: 'ord', plan: 'pln', moneyRefund: 'rfd' } as const
