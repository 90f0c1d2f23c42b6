/** What the number after the colon means: `rate-limit:2`, `cut:5`, `slow-tokens:300`. */
export type FaultArgument = 'times' | 'afterChunks' | 'delayMs' | 'variant' | 'none'

export interface FaultEntry {
  name: string
  argument: FaultArgument
  group: '拒绝' | '内容' | '流' | '线路' | '用量'
  title: string
  detail: string
}

/** Every fault the sandbox can produce; the README table and the control page are checked against this list. */
export const faultCatalogue = [
  {
    name: 'bad-key',
    argument: 'times',
    group: '拒绝',
    title: '密钥无效',
    detail: '厂商自己的密钥错误（401；百度 V1 为 HTTP 200 + 110）。',
  },
  {
    name: 'rate-limit',
    argument: 'times',
    group: '拒绝',
    title: '请求限流',
    detail: '429；仅 OpenAI、Anthropic 带 retry-after（默认 1 秒，delayMs 可改）；百度 V1 为 HTTP 200 + 18。',
  },
  {
    name: 'rate-limit-tokens',
    argument: 'times',
    group: '拒绝',
    title: '令牌限流',
    detail: '按 token 计的限流：百炼的 insufficient_quota、千帆的 tpm_rate_limit_exceeded 等。',
  },
  {
    name: 'billing',
    argument: 'times',
    group: '拒绝',
    title: '欠费',
    detail: 'OpenAI insufficient_quota 429、Anthropic 402、千帆 account_overdue、智谱 1113、百炼 Arrearage。',
  },
  {
    name: 'billing-limit',
    argument: 'times',
    group: '拒绝',
    title: '消费上限',
    detail: 'Anthropic 429 + details.error_code=enforced_spend_limit_reached；其他厂商同 billing。',
  },
  {
    name: 'content-block',
    argument: 'times',
    group: '内容',
    title: '开始前内容拦截',
    detail: '生成之前被安全策略拒绝；Anthropic 为 200 + refusal，百度 V1 为 need_clear_history。',
  },
  {
    name: 'refusal',
    argument: 'times',
    group: '内容',
    title: '模型拒答',
    detail: 'OpenAI message.refusal、Anthropic refusal + stop_details；其他厂商同 content-block。',
  },
  { name: 'retired', argument: 'times', group: '拒绝', title: '模型已下线', detail: '与真实退役模型相同的错误。' },
  {
    name: 'overloaded',
    argument: 'times',
    group: '拒绝',
    title: '过载',
    detail: 'OpenAI 503、Anthropic 529、智谱 1305、千帆 429 cluster、百炼 503。',
  },
  { name: 'server-error', argument: 'times', group: '拒绝', title: '服务器错误', detail: '厂商的 500。' },
  {
    name: 'context-too-long',
    argument: 'times',
    group: '拒绝',
    title: '上下文过长',
    detail: 'context_length_exceeded、tokens_too_long、1261 等。',
  },
  {
    name: 'html-error',
    argument: 'times',
    group: '拒绝',
    title: 'HTML 错误页',
    detail: '502，网关的 HTML 正文，没有 JSON。',
  },
  {
    name: 'content-block-mid',
    argument: 'afterChunks',
    group: '内容',
    title: '中途内容拦截',
    detail:
      '已输出文字后拦截：千帆 flag 4（0 块时 flag 3）、智谱 sensitive、百炼 event:error、OpenAI content_filter、Anthropic refusal。',
  },
  {
    name: 'error-in-stream',
    argument: 'afterChunks',
    group: '流',
    title: '流中错误',
    detail: 'HTTP 200 的流里出现错误对象；Anthropic 为 overloaded_error。',
  },
  {
    name: 'cut',
    argument: 'afterChunks',
    group: '流',
    title: '断流',
    detail: '发出若干块后直接断开连接，无结束帧、无用量。',
  },
  {
    name: 'network-error',
    argument: 'afterChunks',
    group: '流',
    title: '网络错误结束',
    detail: '智谱 finish_reason=network_error；其他厂商同 cut。',
  },
  {
    name: 'context-finish',
    argument: 'afterChunks',
    group: '流',
    title: '上下文用尽',
    detail: '智谱、Anthropic 的 model_context_window_exceeded；其他厂商为 length。',
  },
  { name: 'length', argument: 'none', group: '流', title: '长度截断', detail: '写到应有文字的一半，以长度原因结束。' },
  { name: 'empty', argument: 'none', group: '流', title: '空回答', detail: '正常结束但没有文字。' },
  {
    name: 'json-instead-of-stream',
    argument: 'variant',
    group: '流',
    title: '以 JSON 代替流',
    detail: '要求流式却返回普通 JSON；`:error` 时是 HTTP 200 的错误 JSON。',
  },
  {
    name: 'unknown-events',
    argument: 'none',
    group: '流',
    title: '未知事件',
    detail: '插入客户端不认识的事件，应被跳过。',
  },
  {
    name: 'duplicate-start',
    argument: 'none',
    group: '流',
    title: '重复开始',
    detail: '开始帧出现两次（Anthropic message_start，其他为角色帧）。',
  },
  {
    name: 'slow-first-byte',
    argument: 'delayMs',
    group: '线路',
    title: '首字节慢',
    detail: '首字节前等待，默认 5000 毫秒。',
  },
  { name: 'slow-tokens', argument: 'delayMs', group: '线路', title: '吐字慢', detail: '每块之间等待，默认 500 毫秒。' },
  {
    name: 'hang',
    argument: 'afterChunks',
    group: '线路',
    title: '挂起',
    detail: '永不回答，直到客户端离开；带数字时先发若干块再挂起。',
  },
  {
    name: 'split-frames',
    argument: 'none',
    group: '线路',
    title: '碎片',
    detail: '按 1–13 字节切开：切在汉字内、`data:` 内。',
  },
  { name: 'crlf', argument: 'none', group: '线路', title: 'CRLF 行尾', detail: '行尾用 \\r\\n。' },
  {
    name: 'comments',
    argument: 'none',
    group: '线路',
    title: '保活注释',
    detail: '每帧前插入 `: keep-alive` 注释行。',
  },
  {
    name: 'no-space',
    argument: 'none',
    group: '线路',
    title: '冒号后无空格',
    detail: '`data:{…}` 而不是 `data: {…}`。',
  },
  { name: 'missing-usage', argument: 'none', group: '用量', title: '缺少用量', detail: '回答里没有任何用量。' },
  { name: 'absurd-usage', argument: 'none', group: '用量', title: '离谱用量', detail: '输出 987654321 个 token。' },
  { name: 'negative-usage', argument: 'none', group: '用量', title: '负数用量', detail: '输入、输出均为负数。' },
] as const satisfies readonly FaultEntry[]

export type FaultName = (typeof faultCatalogue)[number]['name']

/** Faults a vendor answers with an error of its own. */
export type FailureFault =
  | 'bad-key'
  | 'rate-limit'
  | 'rate-limit-tokens'
  | 'billing'
  | 'billing-limit'
  | 'content-block'
  | 'refusal'
  | 'retired'
  | 'overloaded'
  | 'server-error'
  | 'context-too-long'

const failures: ReadonlySet<string> = new Set<FailureFault>([
  'bad-key',
  'rate-limit',
  'rate-limit-tokens',
  'billing',
  'billing-limit',
  'content-block',
  'refusal',
  'retired',
  'overloaded',
  'server-error',
  'context-too-long',
])

export function isFailureFault(name: FaultName): name is FailureFault {
  return failures.has(name)
}

const byName: ReadonlyMap<string, (typeof faultCatalogue)[number]> = new Map(
  faultCatalogue.map((entry) => [entry.name, entry]),
)
const aliases: Readonly<Record<string, FaultName>> = {
  'duplicate-message-start': 'duplicate-start',
  sensitive: 'content-block',
  'in-stream-error': 'error-in-stream',
}

/** Accepts underscores for hyphens, as vendors' own words use them (network_error). */
export function findFault(text: string): (typeof faultCatalogue)[number] | null {
  const name = text.trim().toLowerCase().replaceAll('_', '-')
  return byName.get(aliases[name] ?? name) ?? null
}
