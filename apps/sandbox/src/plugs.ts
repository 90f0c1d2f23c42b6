import { anthropicPlug } from './ai/anthropic/plug.ts'
import { baiduPlug } from './ai/baidu/plug.ts'
import type { Plug } from './core/plug.ts'
import { automatic1111Plug } from './media/automatic1111/plug.ts'
import { dashScopeWithPictures } from './media/dashscope/plug.ts'
import { openAiWithPictures } from './media/openai/plug.ts'
import { stabilityPlug } from './media/stability/plug.ts'
import { zhipuWithPictures } from './media/zhipu/plug.ts'
import { alipayPlug } from './payments/alipay/plug.ts'
import { phonePlug } from './payments/phone/phone-plug.ts'
import { wechatPlug } from './payments/wechatpay/plug.ts'
import { baijiahaoPlug } from './publishing/baijiahao/plug.ts'
import { consolePlug } from './publishing/console-plug.ts'
import { douyinPlug } from './publishing/douyin/plug.ts'
import { kuaishouPlug } from './publishing/kuaishou/plug.ts'
import { wechatMpPlug } from './publishing/wechat-mp/plug.ts'

/** The rack: one line for each vendor, in the order of the control page. */
export function plugIn(): Plug[] {
  const channels = [alipayPlug(), wechatPlug()]
  const platforms = [wechatMpPlug(), kuaishouPlug(), douyinPlug(), baijiahaoPlug()]
  return [
    openAiWithPictures(),
    anthropicPlug(),
    baiduPlug(),
    zhipuWithPictures(),
    dashScopeWithPictures(),
    stabilityPlug(),
    automatic1111Plug(),
    ...channels.map(({ plug }) => plug),
    phonePlug(channels.map(({ room }) => room)),
    ...platforms.map(({ plug }) => plug),
    consolePlug(platforms.map(({ room }) => room)),
  ]
}
