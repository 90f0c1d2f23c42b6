import type { refundsErrors } from './errors.ts'

export const refundsErrorsZh = {
  REFUND_NOT_FOUND: '没有这笔退款。请刷新列表再看。',
  ORDER_NOT_REFUNDABLE: '这个订单没有付过款，没有可退的。请回到订单页查看它的状态。',
  REFUND_NOTHING_LEFT: '按已用掉的部分算，这个订单没有可退的金额了，没有提交退款，积分和会员都没有动。',
  REFUND_IN_FLIGHT: '这个订单已有一笔退款在处理，没有再提交一次。请等它结束。',
  REFUND_QUOTE_CHANGED: '可退的金额或要收回的积分刚刚变了，什么都没有退、没有扣。请看过新的结果再确认。',
  REFUND_DECIDED: '这笔退款已经有了决定，没有再改。请刷新查看。',
} satisfies Record<keyof typeof refundsErrors, string>
