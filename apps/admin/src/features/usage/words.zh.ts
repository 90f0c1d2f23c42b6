import type { UsagePurpose, UsageDimension } from '@mozhou/contracts/models/kinds'

/** Statistics of model calls, in Chinese: the source dictionary. */
export const usageZh = {
  usage: {
    subtitle: '每次模型调用一行记录，所有数字都由这些记录算出，可以点开看明细。日期按北京时间。',
    from: '起',
    to: '止',
    by: '按',
    dimensions: { model: '模型', vendor: '厂商', tool: '工具', user: '用户', day: '日期' } satisfies Record<
      UsageDimension,
      string
    > as Record<UsageDimension, string>,
    allVendors: '全部厂商',
    allTools: '全部工具',
    allPurposes: '全部用途',
    purpose: '用途',
    purposes: { generation: '用户写作', model_test: '模型试调用', prompt_test: '提示词试写' } satisfies Record<
      UsagePurpose,
      string
    > as Record<UsagePurpose, string>,
    calls: '调用次数',
    errors: '失败',
    errorRate: (rate: string) => `失败率 ${rate}`,
    inputTokens: '输入 tokens',
    outputTokens: '输出 tokens',
    tokens: 'Tokens（入 / 出）',
    pictures: '图片',
    cost: '成本',
    latency: '用时 P50 / P95',
    firstToken: '首字 P50 / P95',
    chart: (dimension: string) => `各${dimension}的调用次数`,
    none: '（无）',
    rows: '明细',
    rowsOf: (name: string) => `${name} 的调用明细`,
    rowsEmpty: '没有符合的调用',
    emptyTitle: '这段时间没有调用',
    emptyHint: '换个日期或去掉筛选条件试试。',
    asOf: (time: string) => `统计截至 ${time}`,
    definition: '只计已结束的调用；失败含中断；用时只计成功的调用；P50、P95 取实际的一次调用。',
    more: (shown: string, all: string) => `显示最多的 ${shown} 项，共 ${all} 项；导出包含全部。`,
    user: '用户',
    badRange: '结束日期要在开始日期之后，最多一年。',
  },
}
