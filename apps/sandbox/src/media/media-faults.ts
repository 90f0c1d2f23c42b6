import type { ActiveFault } from '../core/faults/active-fault.ts'
import { hasFault } from '../core/faults/active-fault.ts'
import type { FaultEntry } from '../core/faults/catalogue.ts'
import { wireFaults } from '../core/faults/wire-faults.ts'
import type { PlugFault } from '../core/plug.ts'

const entry = (
  group: string,
  name: string,
  title: string,
  detail: string,
  argument: FaultEntry['argument'] = 'none',
): FaultEntry => ({ name, argument, group, title, detail })

/** Refusals, in each vendor's own words. */
const failures = {
  'bad-key': entry('拒绝', 'bad-key', '密钥无效', '厂商自己的密钥错误。', 'times'),
  'rate-limit': { ...entry('拒绝', 'rate-limit', '请求限流', '按次数计的 429。', 'times'), takesDelay: true as const },
  billing: entry('拒绝', 'billing', '欠费', '余额用完。', 'times'),
  retired: entry('拒绝', 'retired', '模型已下线', '与真实退役模型相同的错误。', 'times'),
  overloaded: entry('拒绝', 'overloaded', '过载', '厂商说自己太忙。', 'times'),
  'server-error': entry('拒绝', 'server-error', '服务器错误', '厂商的 500。', 'times'),
  'content-block': {
    ...entry('内容', 'content-block', '开始前内容拦截', '生成之前被安全策略拒绝。', 'times'),
    aliases: ['sensitive'],
  },
} satisfies Record<string, FaultEntry>

export type MediaFailure = keyof typeof failures

export function isMediaFailure(name: string): name is MediaFailure {
  return Object.hasOwn(failures, name)
}

const group = '图片'

/** The work was begun, and the caller does not hear of it. */
const afterCommit: readonly FaultEntry[] = [
  entry(group, 'cut-after-commit', '做了再断开', '事情已经开始，回答之前断开连接。', 'times'),
  entry('支付调用', 'timeout-after-commit', '做了不回答', '事情已经办成，永不回答，直到客户端离开。', 'times'),
  entry(group, 'gateway-timeout', '网关超时', '事情已经开始，网关回答 504。', 'times'),
  { ...entry('流', 'cut', '断流', '回答只送到一半就断开。', 'afterChunks'), aliases: [] },
]

const pictureFaults: readonly FaultEntry[] = [
  entry(group, 'picture-filtered', '成图被过滤', '画好之后被内容过滤；有的厂商以 200 给一张模糊的图。'),
  entry(group, 'partial', '部分成功', '最后一张失败，其余照常。'),
  entry(group, 'wrong-size', '尺寸不符', '图只有要求的一半大。'),
  entry(group, 'result-cut', '图片残缺', '结果是被截断的图片。'),
  entry(group, 'result-html', '结果是网页', '结果不是图片，而是 HTML。'),
  entry(group, 'no-picture', '没有图', '成功的回答里一张图也没有。'),
]

const taskFaults: readonly FaultEntry[] = [
  entry(group, 'task-failed', '任务失败', '任务以失败结束。'),
  entry(group, 'task-content', '任务因内容失败', '任务画完后因内容检查失败。'),
  entry(group, 'task-lost', '任务丢失', '厂商不认识自己给的任务号。'),
  entry(group, 'task-slow', '任务慢', '任务要等这么久；不带数字时一分钟。', 'delayMs'),
]

const linkFaults: readonly FaultEntry[] = [
  entry(group, 'link-expired', '地址已过期', '结果地址拿到手已经失效。'),
  entry(group, 'link-redirect', '地址跳转', '结果地址跳到别处。'),
  entry(group, 'result-huge', '结果过大', '结果地址没完没了地送数据。'),
]

const wire = wireFaults.filter(({ name }) => ['html-error', 'slow-first-byte', 'hang'].includes(name))

interface Words {
  answers: Readonly<Record<MediaFailure, string>> & Readonly<Record<string, string>>
  hasTasks: boolean
  hasLinks: boolean
}

/** Every fault of a vendor of pictures, and how it answers those that it words itself. */
export function mediaFaults({ answers, hasTasks, hasLinks }: Words): PlugFault[] {
  const entries = [
    ...Object.values(failures),
    ...afterCommit,
    ...pictureFaults,
    ...(hasTasks ? taskFaults : []),
    ...(hasLinks ? linkFaults : []),
    ...wire,
  ]
  const worded: Partial<Record<string, string>> = answers
  return entries.map((fault) => ({ ...fault, answer: worded[fault.name] ?? null }))
}

export const has = (faults: readonly ActiveFault[], name: string): boolean => hasFault(faults, name) !== null
