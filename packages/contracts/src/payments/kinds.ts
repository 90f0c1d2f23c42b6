/** Where the channel is reached: its own servers, or this machine's sandbox, which production has not. */
export const channelAddresses = ['live', 'sandbox'] as const
export type ChannelAddress = (typeof channelAddresses)[number]

/** Who set the keys in force: an administrator here, the environment, or nobody, where the sandbox plays the channel. */
export const keyOrigins = ['admin', 'environment', 'sandbox'] as const
export type KeyOrigin = (typeof keyOrigins)[number]

/** What is never shown again once it was entered, by channel. */
export const channelSecrets = {
  alipay: ['appPrivateKey'],
  wechat: ['merchantPrivateKey', 'apiV3Key', 'appSecret'],
} as const

/** Those of them that a channel can do without: without, it does less. */
export const optionalSecrets: readonly string[] = ['appSecret']
