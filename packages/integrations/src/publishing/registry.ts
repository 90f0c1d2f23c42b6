import type { PlatformKey } from '@mozhou/platforms/platforms'
import type { ConnectorFactory } from './port.ts'
import { baijiahaoConnector } from './vendors/baijiahao/connector.ts'
import { douyinConnector } from './vendors/douyin/connector.ts'
import { jianshuConnector } from './vendors/jianshu/connector.ts'
import { kuaishouConnector } from './vendors/kuaishou/connector.ts'
import { toutiaoConnector } from './vendors/toutiao/connector.ts'
import { wechatOfficialConnector } from './vendors/wechat-official/connector.ts'
import { xiaohongshuConnector } from './vendors/xiaohongshu/connector.ts'
import { zhihuConnector } from './vendors/zhihu/connector.ts'

const connectors = {
  wechat_official: wechatOfficialConnector,
  xiaohongshu: xiaohongshuConnector,
  douyin: douyinConnector,
  kuaishou: kuaishouConnector,
  toutiao: toutiaoConnector,
  baijiahao: baijiahaoConnector,
  zhihu: zhihuConnector,
  jianshu: jianshuConnector,
} satisfies Record<PlatformKey, ConnectorFactory>

/** The connector of one platform. Makes no call; wrong credentials show with the first one. */
export const createConnector: ConnectorFactory = (target) => connectors[target.platform](target)
