import type { generationsErrors } from './errors.ts'

export const generationsErrorsZh = {
  GENERATION_NOT_FOUND: '没有找到这次生成，没有扣积分。请刷新页面后重试。',
  GENERATION_NOT_STARTABLE: '这次生成已经开始或结束了，不能再启动，什么都没有改动。请刷新页面看现在的状态。',
  GENERATION_OVER: '这次生成已经结束，没有可以停止的。请刷新页面看结果。',
  RUN_NOT_FOUND: '没有这个流程，没有记下处理。请刷新列表，核对编号后再试。',
  RUN_NEEDS_NOBODY: '这个流程没有失败，也没有需要人工处理的地方，没有记下处理。请刷新页面看现在的状态。',
  PRICE_CHANGED: '价格变了：现在要 {{ credits }} 积分，没有开始，也没有扣积分。请看清新价格再点一次。',
  CONCURRENCY_LIMIT: '同时进行的生成太多了，这次没有开始，也没有扣积分。请等其中一个完成后再来。',
  FAIR_USE_LIMIT: '已到今天的会员使用上限，没有扣积分。请明天再来。',
  EVENT_STREAMS_LIMIT: '你同时打开的实时进度已有 {{ limit }} 个，到了上限。生成照常进行，请关掉几个页面再看。',
  GENERATION_BUSY: '模型都在忙，这次没写成，不收积分。请过一会儿再试，或换一个模型。',
  GENERATION_FAILED: '这次没写成，不收积分。请再试一次，或换一个模型。',
  CONTENT_REFUSED: '模型认为内容不合适而拒绝写作，不收积分。请调整主题或要求后再试。',
  CONTEXT_TOO_LONG: '内容太长，超出模型能读的范围，不收积分。请缩短参考资料或目标字数。',
} satisfies Record<keyof typeof generationsErrors, string>
