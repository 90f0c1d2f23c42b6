import type { ordersErrors } from './errors.ts'

export const ordersErrorsZh = {
  ORDER_NOT_FOUND: '没有这个订单。请回到订单列表查看。',
  ORDER_NOT_PENDING: '这个订单已经不在待支付状态，没有再次扣款。请刷新查看它现在的状态。',
  ORDER_PRICE_CHANGED: '价格变了：现在应付 {{ payable }} 元，没有下单，也没有扣款。请看清新价格再确认。',
  ORDER_BONUS_CHANGED: '充值赠送变了：现在送 {{ bonus }} 积分，没有下单，也没有扣款。请看清再确认。',
  ORDER_HAS_COUPON: '这个订单已经用了一张优惠券，价格没有变。要换一张，请取消后重新下单。',
  ORDER_PAYMENT_BEGUN: '这个订单已经开始付款，金额不能再改，优惠券没有使用。请取消后带着券重新下单。',
  TOO_MANY_PENDING_ORDERS: '你还有 {{ limit }} 个没付的订单，没有新建。请先付款或取消其中一个。',
  RESOLUTION_UNFIT: '这个订单现在不能这样处理，什么都没有改。请刷新后按它现在的情况选择。',
  PLAN_CHANGED: '这个套餐刚被别人改过，你的修改没有保存。请刷新后再改。',
  PLAN_NOT_FOUND: '没有这个套餐，什么都没有改。请刷新套餐列表。',
  PLAN_NOT_ON_SALE: '这个套餐已下架，没有下单，也没有扣款。请刷新后换一个。',
  CHANNEL_UNAVAILABLE: '支付渠道暂时没有回应，没有扣款，订单还在。请{{ wait }}后再试，或换一种支付方式。',
  CHANNEL_NOT_OFFERED: '这种支付方式还没有开通，没有扣款。请换一种。',
} satisfies Record<keyof typeof ordersErrors, string>
