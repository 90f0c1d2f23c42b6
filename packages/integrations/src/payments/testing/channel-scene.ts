import type { NoticeReading, PaymentChannel, PaymentOrder } from '../port.ts'
import { startNoticeServer } from './notice-server.ts'
import { sampleOrder } from './sample-order.ts'
import type { SandboxMerchant } from './sandbox-merchant.ts'

/** A merchant, its channel, and where that tells. */
export interface ChannelScene {
  /** Where notices go. */
  url: string
  order(more?: Partial<PaymentOrder>): PaymentOrder
  /** Begun, paid by its code, and told. */
  payOne(more?: Partial<PaymentOrder>): Promise<PaymentOrder>
  /** What was told of an order and could be read. */
  readingsOf(orderNo: string): Extract<NoticeReading, { ok: true }>[]
  /** Numbers of transfers of which something was told, in the order of arrival. */
  toldTransfers(): string[]
  stop(): Promise<void>
}

export async function openScene(merchant: SandboxMerchant, channel: PaymentChannel): Promise<ChannelScene> {
  const server = await startNoticeServer(() => channel)
  const order: ChannelScene['order'] = (more = {}) => sampleOrder(server.url, more)
  return {
    url: server.url,
    order,
    async payOne(more) {
      const placed = order(more)
      const { qrText } = await channel.createPayment(placed)
      await merchant.pay(qrText ?? '')
      await merchant.settle()
      return placed
    },
    readingsOf: (orderNo) =>
      server.readings.flatMap((reading) => (reading.ok && reading.notice.orderNo === orderNo ? [reading] : [])),
    toldTransfers: () =>
      server.readings.flatMap((reading) =>
        reading.ok && reading.notice.type === 'transfer' ? [reading.notice.transferNo] : [],
      ),
    stop: () => server.stop(),
  }
}
