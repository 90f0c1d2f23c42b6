import type { PlatformKey } from '@mozhou/platforms/platforms'
import type { ConnectorFactory } from './port.ts'
import { jianshuConnector } from './vendors/jianshu/connector.ts'
import { toutiaoConnector } from './vendors/toutiao/connector.ts'
import { wechatOfficialConnector } from './vendors/wechat-official/connector.ts'
import { xiaohongshuConnector } from './vendors/xiaohongshu/connector.ts'
import { zhihuConnector } from './vendors/zhihu/connector.ts'

const connectors = {
  wechat_official: wechatOfficialConnector,
  xiaohongshu: xiaohongshuConnector,
  toutiao: toutiaoConnector,
  zhihu: zhihuConnector,
  jianshu: jianshuConnector,
} satisfies Partial<Record<PlatformKey, ConnectorFactory>>

/** The platforms that have a connector. */
export const connectedPlatforms = Object.keys(connectors) as (keyof typeof connectors)[]

/** The connector of one platform. Makes no call; wrong credentials show with the first one. */
export const createConnector: ConnectorFactory = (target) =>
  connectors[target.platform as keyof typeof connectors](target)
