import { anthropicPlug } from './ai/anthropic/plug.ts'
import { baiduPlug } from './ai/baidu/plug.ts'
import { dashScopePlug } from './ai/dashscope/plug.ts'
import { openAiPlug } from './ai/openai/plug.ts'
import { zhipuPlug } from './ai/zhipu/plug.ts'
import type { Plug } from './core/plug.ts'
import { alipayPlug } from './payments/alipay/plug.ts'
import { phonePlug } from './payments/phone/phone-plug.ts'
import { wechatPlug } from './payments/wechatpay/plug.ts'

/** The rack: one line for each vendor, in the order of the control page. */
export function plugIn(): Plug[] {
  const channels = [alipayPlug(), wechatPlug()]
  return [
    openAiPlug(),
    anthropicPlug(),
    baiduPlug(),
    zhipuPlug(),
    dashScopePlug(),
    ...channels.map(({ plug }) => plug),
    phonePlug(channels.map(({ room }) => room)),
  ]
}
