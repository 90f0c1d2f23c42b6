import type { ChannelAdminDto, ChannelTrialDto } from '@mozhou/contracts/payments/answers'
import {
  clearChannelInput,
  saveChannelInput,
  switchChannelInput,
  tryChannelInput,
} from '@mozhou/contracts/payments/inputs'
import { listChannels } from '@mozhou/domain/payment-channels/list-channels'
import { clearChannel, saveChannel, switchChannel } from '@mozhou/domain/payment-channels/save-channel'
import { tryChannel } from '@mozhou/domain/payment-channels/try-channel'
import { adminProcedure, router } from '../trpc.ts'

export const paymentChannelsRouter = router({
  list: adminProcedure('channel:read').query(({ ctx }): Promise<ChannelAdminDto[]> => listChannels(ctx.domain)),

  save: adminProcedure('channel:write')
    .input(saveChannelInput)
    .mutation(({ ctx, input }): Promise<ChannelAdminDto> => saveChannel(ctx.domain, { ...input, actor: ctx.actor })),

  clear: adminProcedure('channel:write')
    .input(clearChannelInput)
    .mutation(({ ctx, input }): Promise<ChannelAdminDto> => clearChannel(ctx.domain, { ...input, actor: ctx.actor })),

  setOn: adminProcedure('channel:write')
    .input(switchChannelInput)
    .mutation(({ ctx, input }): Promise<ChannelAdminDto> => switchChannel(ctx.domain, { ...input, actor: ctx.actor })),

  try: adminProcedure('channel:write')
    .meta({ isLong: true })
    .input(tryChannelInput)
    .mutation(({ ctx, input }): Promise<ChannelTrialDto> => tryChannel(ctx.domain, input)),
})
