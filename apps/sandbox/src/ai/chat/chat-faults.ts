import type { FaultArgument, FaultEntry } from '../../core/faults/catalogue.ts'
import { wireFaults } from '../../core/faults/wire-faults.ts'
import type { PlugFault } from '../../core/plug.ts'

interface Words {
  argument: FaultArgument
  title: string
  detail: string
  aliases?: readonly string[]
  takesDelay?: true
}

const times = (title: string, detail: string, more: Partial<Words> = {}): Words => ({
  argument: 'times',
  title,
  detail,
  ...more,
})
const after = (title: string, detail: string, aliases: readonly string[] = []): Words => ({
  argument: 'afterChunks',
  title,
  detail,
  aliases,
})
const always = (title: string, detail: string, argument: FaultArgument = 'none'): Words => ({ argument, title, detail })

/** Faults a vendor answers with an error of its own. */
const failures = {
  'bad-key': times('密钥无效', '厂商自己的密钥错误。'),
  'rate-limit': times('请求限流', '按次数计的 429；会说等多久的厂商按设置或 delayMs 说。', { takesDelay: true }),
  'rate-limit-tokens': times('令牌限流', '按 token 计的限流。', { takesDelay: true }),
  billing: times('欠费', '余额用完。'),
  'billing-as-request': times('欠费报成请求错误', '余额用完，却用请求无效的错误来说；没有这种说法的厂商同 billing。'),
  'billing-limit': times('消费上限', '到了自己设的上限；没有这种错误的厂商同 billing。'),
  retired: times('模型已下线', '与真实退役模型相同的错误。'),
  overloaded: times('过载', '厂商说自己太忙。'),
  'server-error': times('服务器错误', '厂商的 500。'),
  'context-too-long': times('上下文过长', '输入超过模型能读的长度。'),
  'content-block': times('开始前内容拦截', '生成之前被安全策略拒绝。', { aliases: ['sensitive'] }),
  refusal: times('模型拒答', '模型自己拒绝；没有这种回答的厂商同 content-block。'),
} satisfies Record<string, Words>

/** Faults of the answer itself. */
const alterations = {
  'content-block-mid': after('中途内容拦截', '已输出文字后拦截。'),
  'error-in-stream': after('流中错误', 'HTTP 200 的流里出现错误对象。', ['in-stream-error']),
  cut: after('断流', '发出若干块后直接断开连接，无结束帧、无用量。'),
  'network-error': after('网络错误结束', '以网络错误为结束原因；没有这种原因的厂商同 cut。'),
  'context-finish': after('上下文用尽', '写到一半上下文用尽；没有这种原因的厂商为长度截断。'),
  length: always('长度截断', '写到应有文字的一半，以长度原因结束。'),
  empty: always('空回答', '正常结束但没有文字。'),
  'json-instead-of-stream': always(
    '以 JSON 代替流',
    '要求流式却返回普通 JSON；`:error` 时是 HTTP 200 的错误 JSON。',
    'variant',
  ),
  'unknown-events': always('未知事件', '插入客户端不认识的事件，应被跳过。'),
  'duplicate-start': { ...always('重复开始', '开始帧出现两次。'), aliases: ['duplicate-message-start'] },
  'missing-usage': always('缺少用量', '回答里没有任何用量。'),
  'absurd-usage': always('离谱用量', '输出 987654321 个 token。'),
  'negative-usage': always('负数用量', '输入、输出均为负数。'),
} satisfies Record<string, Words>

export type FailureFault = keyof typeof failures
export type ChatFault = FailureFault | keyof typeof alterations

export function isFailureFault(name: string): name is FailureFault {
  return Object.hasOwn(failures, name)
}

function groupOf(name: string): string {
  if (/^(?:content|refusal)/.test(name)) return '内容'
  if (isFailureFault(name)) return '拒绝'
  return name.endsWith('-usage') ? '用量' : '流'
}

const entries: readonly FaultEntry[] = [
  ...Object.entries({ ...failures, ...alterations }).map(([name, words]) => ({ name, group: groupOf(name), ...words })),
  ...wireFaults,
]

/** Every fault of a vendor one chats with, and how this one answers those that it words itself. */
export function chatFaults(answers: Record<FailureFault, string> & Partial<Record<ChatFault, string>>): PlugFault[] {
  const worded: Partial<Record<string, string>> = answers
  return entries.map((entry) => ({ ...entry, answer: worded[entry.name] ?? null }))
}
