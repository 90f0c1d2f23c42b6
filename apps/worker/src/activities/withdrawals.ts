import type { ChannelsContext } from '@mozhou/domain/payment-channels/channels-context'
import { approveWithdrawal } from '@mozhou/domain/withdrawals/approve-withdrawal'
import { askTransfer } from '@mozhou/domain/withdrawals/ask-transfer'
import { sendTransfer } from '@mozhou/domain/withdrawals/send-transfer'
import type { Activities } from '@mozhou/workflows/activities'
import { withActivityLog } from '../activity-log.ts'
import { withHeartbeat } from './with-heartbeat.ts'

type WithdrawalActivities = Pick<Activities, 'approveWithdrawal' | 'sendTransfer' | 'askTransfer'>

export function createWithdrawalActivities(ctx: ChannelsContext): WithdrawalActivities {
  return {
    approveWithdrawal: (input) => approveWithdrawal(withActivityLog(ctx), input),
    sendTransfer: (input) => withHeartbeat(() => sendTransfer(withActivityLog(ctx), input)),
    askTransfer: (input) => withHeartbeat(() => askTransfer(withActivityLog(ctx), input)),
  }
}
