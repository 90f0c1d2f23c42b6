import { anthropicPlug } from './ai/anthropic/plug.ts'
import { baiduPlug } from './ai/baidu/plug.ts'
import { dashScopePlug } from './ai/dashscope/plug.ts'
import { openAiPlug } from './ai/openai/plug.ts'
import { zhipuPlug } from './ai/zhipu/plug.ts'
import type { Plug } from './core/plug.ts'

/** The rack: one line for each vendor, in the order of the control page. */
export function plugIn(): Plug[] {
  return [openAiPlug(), anthropicPlug(), baiduPlug(), zhipuPlug(), dashScopePlug()]
}
